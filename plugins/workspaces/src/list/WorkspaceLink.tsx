import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ReactNode } from 'react';
import { workspaceRouteRef } from '../routes';

/** A link to the page of a workspace. */
export function WorkspaceLink(props: {
  readonly id: string;
  readonly children: ReactNode;
}) {
  const workspacePath = useRouteRef(workspaceRouteRef);
  return <Link to={workspacePath({ id: props.id })}>{props.children}</Link>;
}
