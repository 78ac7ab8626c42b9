import {
  HINTS,
  type AccessExplanation,
  type ExplainAccessRequest,
  type HealthCheck,
  type IamCheck,
  type IamMode,
  type IamProof,
  type IamReport,
  type IamSettings,
  type Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  IamProvider,
  IamProviderContext,
  SessionIdentity,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { checkRoleInCluster } from './checkRoleInCluster';
import { ROLE_ANNOTATIONS } from './roleAnnotations';
import { parseRoleArn } from './roleArn';

const MODES: readonly IamMode[] = ['none', 'external'];

/** Why nothing is known of a role. */
const NOT_VERIFIED =
  'The portal has no access to AWS, so the policies of the role were not read.';

/**
 * The provider of portals without a module for AWS: a role that somebody else made is named, and ServiceAccounts are
 * annotated with it. What AWS makes of it is not known, and said to be so.
 */
export class ExternalRoleProvider implements IamProvider {
  readonly annotationKeys = ROLE_ANNOTATIONS.annotationKeys;
  readonly #context: IamProviderContext;

  constructor(context: IamProviderContext) {
    this.#context = context;
  }

  availableModes(): readonly IamMode[] {
    return MODES;
  }

  async resolve(
    workspace: Workspace,
    { mode, roleArn = '' }: IamSettings,
  ): Promise<
    | { readonly settings: IamSettings; readonly problem?: undefined }
    | { readonly problem: Problem }
  > {
    if (!MODES.includes(mode)) {
      return refused(
        'IamModeUnavailable',
        `The mode "${mode}" takes access to AWS, which the portal does not have.`,
      );
    }
    if (mode === 'none') {
      return { settings: { mode } };
    }
    const { problem } = parseRoleArn(roleArn);
    if (problem) {
      return refused('InvalidRoleArn', problem);
    }
    const others = await this.#context.listWorkspaces();
    const holder = others.find(
      ({ uid, iam }) => uid !== workspace.uid && iam.roleArn === roleArn,
    );
    return holder
      ? refused(
          'RoleArnTaken',
          `The workspace "${holder.id}" has the role ${roleArn} already.`,
        )
      : { settings: { mode, roleArn } };
  }

  serviceAccountAnnotations(workspace: Workspace): Record<string, string> {
    return ROLE_ANNOTATIONS.serviceAccountAnnotations(workspace);
  }

  async report(
    workspace: Workspace,
  ): Promise<Omit<IamReport, 'settings' | 'lastSync'>> {
    const { arn } = parseRoleArn(workspace.iam.roleArn ?? '');
    return {
      availableModes: [...MODES],
      ...(arn && { roleName: arn.name }),
      policies: [],
      drift: [],
      proof: await this.prove(workspace),
      problems: [],
    };
  }

  async prove({ iam }: Workspace): Promise<IamProof> {
    const hasRole = iam.mode !== 'none';
    return {
      status: hasRole ? 'not-verified' : 'not-applicable',
      workspaces: 0,
      evaluated: 0,
      cases: [],
      counterexamples: [],
      message: hasRole ? NOT_VERIFIED : 'The workspace has no role.',
    };
  }

  async check(
    workspace: Workspace,
    identity?: SessionIdentity,
  ): Promise<IamCheck[]> {
    return checkRoleInCluster(workspace, {
      identity,
      cluster: () => this.#context.cluster(workspace.cluster),
    });
  }

  async explain(
    { iam }: Workspace,
    { resource, action }: ExplainAccessRequest,
    { namespace, serviceAccount }: SessionIdentity,
  ): Promise<AccessExplanation> {
    const request = {
      resource,
      action,
      sub: `system:serviceaccount:${namespace}:${serviceAccount}`,
    };
    return iam.mode === 'none'
      ? {
          decision: 'deny',
          message: 'The workspace has no role, so its sessions reach nothing.',
          request,
          source: 'rendered',
        }
      : {
          decision: 'unknown',
          message: NOT_VERIFIED,
          request,
          source: 'rendered',
        };
  }

  async health(): Promise<HealthCheck[]> {
    return [];
  }
}

function refused(
  reason: 'IamModeUnavailable' | 'InvalidRoleArn' | 'RoleArnTaken',
  message: string,
): { readonly problem: Problem } {
  return { problem: { reason, message, hint: HINTS[reason] } };
}
