/**
 * Prefix of every label and annotation that we put on Kubernetes objects.
 *
 * @public
 */
export const LABEL_PREFIX = 'team-workspaces.dev';

/** Label with the id of the workspace that an object belongs to. @public */
export const WORKSPACE_LABEL = `${LABEL_PREFIX}/workspace`;

/** Label with the network profile of a namespace. @public */
export const NETWORK_PROFILE_LABEL = `${LABEL_PREFIX}/network-profile`;

/** Label with the quota profile of a namespace. @public */
export const QUOTA_PROFILE_LABEL = `${LABEL_PREFIX}/quota-profile`;

/** Annotation with the generation of the workspace that an object was last written for. @public */
export const GENERATION_ANNOTATION = `${LABEL_PREFIX}/generation`;

/**
 * Annotation with the token under which we announced in our records that we are about to create a namespace.
 * It tells a namespace of ours whose creation was cut short from somebody else's.
 *
 * @public
 */
export const CREATION_TOKEN_ANNOTATION = `${LABEL_PREFIX}/creation-token`;

/** Value of `app.kubernetes.io/managed-by`, and our field manager. @public */
export const MANAGED_BY = 'backstage-workspaces';

/** Standard label that names the managing program. @public */
export const MANAGED_BY_LABEL = 'app.kubernetes.io/managed-by';

/** Label by which the Kubernetes plugin finds the objects of an entity. @public */
export const KUBERNETES_ID_LABEL = 'backstage.io/kubernetes-id';

/** Channel of the signals that tell browsers to fetch a workspace again. @public */
export const WORKSPACES_SIGNAL_CHANNEL = 'workspaces';

/** Topic of the events published when a workspace changed: payload `{ id, phase }`. @public */
export const WORKSPACES_EVENT_TOPIC = 'workspaces';

/** Annotation with the id of the workspace that an entity of the catalog stands for. @public */
export const WORKSPACE_ANNOTATION = `${LABEL_PREFIX}/workspace`;

/** `spec.type` of the Resource and of the Group that the catalog has for a workspace. @public */
export const WORKSPACE_ENTITY_TYPE = 'workspace';

/** How the names of the ServiceAccounts of people begin. @public */
export const SERVICE_ACCOUNT_PREFIX = 'user-';

/** Annotation of a ServiceAccount with the subject of the person, as the identity provider calls them. @public */
export const SUBJECT_ANNOTATION = `${LABEL_PREFIX}/subject`;

/** Annotation of a ServiceAccount with the entity ref of the person. @public */
export const USER_ANNOTATION = `${LABEL_PREFIX}/user`;

/** Annotation by which EKS gives an AWS role to the pods of a ServiceAccount. @public */
export const ROLE_ARN_ANNOTATION = 'eks.amazonaws.com/role-arn';
