import type { Person } from './people';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch', 'delete'];
const RUN = [...READ, ...WRITE];
const ALL = [...RUN, 'deletecollection'];
const OPEN = ['get', 'create'];
const SCALE = ['get', 'update', 'patch'];

/** Verbs of each role, by resource; written down by hand, so that a slip in the Roles shows. */
const NAMESPACED: Readonly<
  Record<string, Partial<Record<NonNullable<Person['role']>, string[]>>>
> = {
  pods: { viewer: READ, user: RUN, admin: ALL },
  'pods/log': { viewer: READ, user: READ, admin: READ },
  'pods/exec': { user: OPEN, admin: OPEN },
  'pods/attach': { user: OPEN, admin: OPEN },
  'pods/portforward': { user: OPEN, admin: OPEN },
  services: { viewer: READ, user: RUN, admin: ALL },
  configmaps: { viewer: READ, user: RUN, admin: ALL },
  persistentvolumeclaims: { viewer: READ, user: RUN, admin: ALL },
  events: { viewer: READ, user: READ, admin: READ },
  resourcequotas: { viewer: READ, user: READ, admin: READ },
  limitranges: { viewer: READ, user: READ, admin: READ },
  'deployments.apps': { viewer: READ, user: RUN, admin: ALL },
  'deployments.apps/scale': { user: SCALE, admin: SCALE },
  'statefulsets.apps': { viewer: READ, user: RUN, admin: ALL },
  'statefulsets.apps/scale': { user: SCALE, admin: SCALE },
  'replicasets.apps': { viewer: READ, user: READ, admin: READ },
  'jobs.batch': { viewer: READ, user: RUN, admin: ALL },
  'cronjobs.batch': { viewer: READ, user: RUN, admin: ALL },
  'events.events.k8s.io': { viewer: READ, user: READ, admin: READ },
  'networkpolicies.networking.k8s.io': {
    viewer: READ,
    user: READ,
    admin: READ,
  },
  'roles.rbac.authorization.k8s.io': { admin: READ },
  'rolebindings.rbac.authorization.k8s.io': { admin: READ },
};

/** What Kubernetes lets everybody who signed in ask about themselves. */
const EVERYBODY: Readonly<Record<string, string[]>> = {
  'selfsubjectaccessreviews.authorization.k8s.io': ['create'],
  'selfsubjectrulesreviews.authorization.k8s.io': ['create'],
  'selfsubjectreviews.authentication.k8s.io': ['create'],
};

/** Verbs that the matrix asks for each resource. */
export const VERBS = [...ALL, 'escalate', 'bind', 'impersonate', 'approve'];

/** Whether a role lets somebody do something; `undefined` outside of their workspace. */
export function isExpected(
  role: Person['role'],
  verb: string,
  { group, resource }: { group: string; resource: string },
): boolean {
  const [name, subresource] = resource.split('/');
  const key = `${group ? `${name}.${group}` : name}${
    subresource ? `/${subresource}` : ''
  }`;
  const verbs = (role && NAMESPACED[key]?.[role]) ?? EVERYBODY[key] ?? [];
  return verbs.includes(verb);
}
