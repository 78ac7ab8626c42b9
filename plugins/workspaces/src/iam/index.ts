export { IamTab } from './IamTab';
export { syncCounts } from './SyncReport';
