import type {
  IamSync,
  ServiceAccount,
  ServiceAccountList,
} from '@team-workspaces/backstage-plugin-workspaces-common';

const SIGNS: Readonly<Partial<Record<ServiceAccount['state'], string>>> = {
  missing: '+',
  drifted: '~',
  foreign: '✕',
};

/** What a sync would do to ServiceAccounts as they are now. */
export function previewSync(list: ServiceAccountList): {
  readonly result: Pick<
    IamSync,
    'total' | 'updated' | 'unchanged' | 'failed' | 'failures'
  >;
  readonly plan: string[];
} {
  const items = list.items.filter(({ state }) => state !== 'leaving');
  const count = (...states: ServiceAccount['state'][]) =>
    items.filter(({ state }) => states.includes(state)).length;
  return {
    result: {
      total: items.length,
      updated: count('missing', 'drifted'),
      unchanged: count('ready'),
      failed: count('foreign'),
      failures: list.problem ? [list.problem] : [],
    },
    plan: items.flatMap(({ namespace, name, state, message }) =>
      SIGNS[state]
        ? [
            `${SIGNS[state]} ServiceAccount ${namespace}/${name}${
              message ? `: ${message}` : ''
            }`,
          ]
        : [],
    ),
  };
}
