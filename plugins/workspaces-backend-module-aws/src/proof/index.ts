export {
  IsolationProver,
  proveIsolation,
  type ProofOptions,
} from './IsolationProver';
export type { IsolationSubject, WorkspaceIdentity } from './IsolationSubject';
export { lookalikesOf } from './lookalikes';
export { explainAccess, type AccessQuestion } from './explainAccess';
export { isS3Url } from './parseS3Url';
