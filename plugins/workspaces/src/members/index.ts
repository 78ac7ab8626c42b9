export { ImpactView } from './ImpactView';
export { MembersContent } from './MembersContent';
export { SubjectField } from './SubjectField';
export type { Subject } from './useSubjectSearch';
