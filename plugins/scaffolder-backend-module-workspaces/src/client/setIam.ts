import type { IamSettings } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { InitiatorApi } from './InitiatorApi';
import { retryOnConflict } from './retryOnConflict';

/** Stores the AWS role of a workspace, unless it is stored already. */
export async function setIam(
  api: InitiatorApi,
  id: string,
  wanted: IamSettings,
): Promise<{ readonly changed: boolean; readonly settings: IamSettings }> {
  return retryOnConflict(async () => {
    const { iam, revision } = await api.call((client, options) =>
      client.getWorkspace(id, options),
    );
    if (isSame(iam, wanted)) {
      return { changed: false, settings: iam };
    }
    const workspace = await api.call((client, options) =>
      client.setIam(id, { revision, ...wanted }, options),
    );
    return { changed: true, settings: workspace.iam };
  });
}

/** Whether settings are as wanted. The ARN of a managed role is the portal's to choose. */
export function isSame(settings: IamSettings, wanted: IamSettings): boolean {
  return (
    settings.mode === wanted.mode &&
    (wanted.mode !== 'external' || settings.roleArn === wanted.roleArn)
  );
}
