export { AdoptButton } from './AdoptButton';
export { ChangeCounts } from './ChangeCounts';
export { ChangeList } from './ChangeList';
export { PlanDialog } from './PlanDialog';
export { PlanView } from './PlanView';
export { RepairButton } from './RepairButton';
