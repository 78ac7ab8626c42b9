import { VisuallyHidden } from './VisuallyHidden';

/** Tells screen readers what changed, without moving the focus. */
export function Announcement(props: { readonly message: string }) {
  return <VisuallyHidden role="status">{props.message}</VisuallyHidden>;
}
