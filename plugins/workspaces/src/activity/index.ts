export { actionName } from './actionName';
export { ActivityActor } from './ActivityActor';
export { ActivityTab } from './ActivityTab';
export { useActivity } from './useActivity';
