export { AwsIamProvider } from './AwsIamProvider';
export { BackendContext } from './BackendContext';
export { NeighbourProver } from './NeighbourProver';
