import { hasMember } from './hasMember';
import { hasPhase } from './hasPhase';
import { inCluster } from './inCluster';
import { isOwner } from './isOwner';

/** The permission rules of workspaces. @public */
export const workspaceRules = { isOwner, hasMember, hasPhase, inCluster };
