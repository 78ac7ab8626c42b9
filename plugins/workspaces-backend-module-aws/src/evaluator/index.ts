export {
  accessRequest,
  type AccessRequest,
  type ContextValue,
  type RequestPrincipal,
} from './AccessRequest';
export { compilePolicy, type CompiledPolicy } from './compilePolicy';
export type { CompiledStatement } from './compileStatement';
export { evaluate, type Decision } from './evaluate';
