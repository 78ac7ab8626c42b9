import {
  GENERATION_ANNOTATION,
  KUBERNETES_ID_LABEL,
  MANAGED_BY,
  MANAGED_BY_LABEL,
  WORKSPACE_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { SHIPPED_QUOTA_PROFILES } from '../config/quotaProfiles';
import { createWorkspace } from '../testing/createWorkspace';
import { renderLimitRange } from './limitRange';
import { renderNamespace } from './namespace';
import { renderResourceQuota } from './resourceQuota';

const workspace = createWorkspace({ generation: 7 });
const [small] = SHIPPED_QUOTA_PROFILES;

const METADATA = {
  labels: {
    [MANAGED_BY_LABEL]: MANAGED_BY,
    [WORKSPACE_LABEL]: 'team-a',
    [KUBERNETES_ID_LABEL]: 'team-a',
  },
  annotations: { [GENERATION_ANNOTATION]: '7' },
};

describe('renderNamespace', () => {
  it.each(['privileged', 'baseline', 'restricted'] as const)(
    'enforces %s, and warns of and records what restricted would refuse',
    podSecurity => {
      expect(
        renderNamespace(workspace, {
          name: 'team-a-notebooks',
          networkProfile: 'notebooks',
          podSecurity,
        }),
      ).toEqual({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          ...METADATA,
          name: 'team-a-notebooks',
          labels: {
            ...METADATA.labels,
            'team-workspaces.dev/network-profile': 'notebooks',
            'team-workspaces.dev/quota-profile': 'small',
            'pod-security.kubernetes.io/enforce': podSecurity,
            'pod-security.kubernetes.io/enforce-version': 'latest',
            'pod-security.kubernetes.io/audit': 'restricted',
            'pod-security.kubernetes.io/audit-version': 'latest',
            'pod-security.kubernetes.io/warn': 'restricted',
            'pod-security.kubernetes.io/warn-version': 'latest',
          },
        },
      });
    },
  );
});

describe('renderResourceQuota', () => {
  it('holds the limits of the profile', () => {
    expect(renderResourceQuota(workspace, 'team-a-notebooks', small)).toEqual({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: {
        ...METADATA,
        name: 'workspace',
        namespace: 'team-a-notebooks',
      },
      spec: { hard: small.hard },
    });
  });

  it('opens no way past the network policies', () => {
    for (const { hard } of SHIPPED_QUOTA_PROFILES) {
      expect(hard).toMatchObject({
        'services.loadbalancers': '0',
        'services.nodeports': '0',
      });
    }
  });
});

describe('renderLimitRange', () => {
  it('writes out what the API server would fill in', () => {
    const profile = {
      ...small,
      container: {
        default: { cpu: '500m' },
        defaultRequest: { memory: '256Mi' },
        max: { cpu: '4', memory: '16Gi' },
      },
    };
    const rendered = renderLimitRange(workspace, 'team-a-x', profile);
    expect(rendered.metadata).toEqual({
      ...METADATA,
      name: 'workspace',
      namespace: 'team-a-x',
    });
    expect(rendered.spec).toEqual({
      limits: [
        {
          type: 'Container',
          default: { cpu: '500m', memory: '16Gi' },
          defaultRequest: { cpu: '500m', memory: '256Mi' },
          max: { cpu: '4', memory: '16Gi' },
        },
      ],
    });
  });
});
