import {
  checkDescription,
  checkDisplayName,
  type FieldProblem,
  type Permission,
  type Workspace,
  type WorkspaceChanges,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** What somebody typed into the settings. */
export interface Draft {
  readonly displayName: string;
  readonly description: string;
  readonly quotaProfile: string;
  readonly protected: boolean;
  /** A date such as `2027-01-31`; empty for never. */
  readonly expiresOn: string;
}

/** The permission that changing each setting needs. */
export const DRAFT_PERMISSIONS: Readonly<Record<keyof Draft, Permission>> = {
  displayName: 'update',
  description: 'update',
  quotaProfile: 'manage',
  protected: 'manage',
  expiresOn: 'manage',
};

/** The settings as they are. */
export function toDraft(workspace: Workspace): Draft {
  return {
    displayName: workspace.displayName,
    description: workspace.description,
    quotaProfile: workspace.quotaProfile,
    protected: workspace.protected,
    expiresOn: workspace.expiresAt?.slice(0, 10) ?? '',
  };
}

/** What a draft changes of a workspace; empty when nothing. A workspace expires at the end of its last day. */
export function toChanges(
  draft: Draft,
  workspace: Workspace,
): WorkspaceChanges {
  const now = toDraft(workspace);
  const { expiresOn } = draft;
  return {
    ...(draft.displayName.trim() !== now.displayName && {
      displayName: draft.displayName.trim(),
    }),
    ...(draft.description !== now.description && {
      description: draft.description,
    }),
    ...(draft.quotaProfile !== now.quotaProfile && {
      quotaProfile: draft.quotaProfile,
    }),
    ...(draft.protected !== now.protected && { protected: draft.protected }),
    ...(expiresOn !== now.expiresOn && {
      expiresAt: expiresOn ? `${expiresOn}T23:59:59.000Z` : null,
    }),
  };
}

/** The rules that a draft breaks. */
export function checkDraft(draft: Draft): FieldProblem[] {
  return [
    ...checkDisplayName(draft.displayName.trim()),
    ...checkDescription(draft.description),
  ];
}
