export {
  podIdentityPlaces,
  renderAssociations,
  type PodIdentityPlaces,
} from './DesiredAssociation';
export { comparisonNameOf, PodIdentityStep } from './PodIdentityStep';
