import Tooltip from '@material-ui/core/Tooltip';
import type { ReactElement } from 'react';

/** Says over a field why it cannot be changed. */
export function DeniedHint(props: {
  readonly denied?: string;
  readonly children: ReactElement;
}) {
  return (
    <Tooltip title={props.denied ?? ''}>
      {/* A disabled field takes no pointer: the element around it does. */}
      <div>{props.children}</div>
    </Tooltip>
  );
}
