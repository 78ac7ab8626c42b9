export { POD_IDENTITY_AGENT_ENDPOINTS } from './agentEndpoints';
export {
  podIdentityPlaces,
  renderAssociations,
  type PodIdentityPlaces,
} from './DesiredAssociation';
export { reportPodIdentity } from './reportPodIdentity';
export { comparisonNameOf, PodIdentityStep } from './PodIdentityStep';
