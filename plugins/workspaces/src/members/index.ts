export { ImpactDialog } from './ImpactDialog';
export { ImpactPeople } from './ImpactPeople';
export { ImpactPlan } from './ImpactPlan';
export type { PersonImpact } from './impactLines';
export { MembersContent } from './MembersContent';
export { SubjectField } from './SubjectField';
export type { Subject, SubjectKind } from './useSubjectSearch';
