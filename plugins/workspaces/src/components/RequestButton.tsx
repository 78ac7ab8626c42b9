import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { workspaceCreatePermission } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useMessages } from '../hooks/useMessages';
import { useOptions } from '../hooks/useOptions';
import { requestRouteRef } from '../routes';
import { GuardedButton } from './GuardedButton';

/** Name of the software template that requests a workspace, in the namespace `default`. */
export const REQUEST_TEMPLATE = 'request-workspace';

/** Leads to the form by which a workspace is requested, with the team filled in where it is known. */
export function RequestButton(props: {
  /** Entity ref of the Group to fill in. */
  readonly owner?: string;
  readonly label?: string;
}) {
  const t = useMessages();
  const template = useRouteRef(requestRouteRef);
  const { loading, allowed } = usePermission({
    permission: workspaceCreatePermission,
  });
  const label = props.label ?? t('common.request');
  const path =
    template?.({ namespace: 'default', templateName: REQUEST_TEMPLATE }) ??
    `/create/templates/default/${REQUEST_TEMPLATE}`;
  const query = props.owner
    ? `?formData=${encodeURIComponent(JSON.stringify({ owner: props.owner }))}`
    : '';
  const { value: options } = useOptions();
  const why = () => {
    if (!loading && !allowed) {
      return t('common.requestDenied');
    }
    return options && !options.groups.some(group => group.allowed)
      ? t('fields.owner.none')
      : undefined;
  };
  const denied = why();
  if (denied) {
    return (
      <GuardedButton variant="contained" color="primary" denied={denied}>
        {label}
      </GuardedButton>
    );
  }
  return (
    <LinkButton variant="contained" color="primary" to={`${path}${query}`}>
      {label}
    </LinkButton>
  );
}
