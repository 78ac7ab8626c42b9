import { VisuallyHidden } from './VisuallyHidden';

/** Tells screen readers what changed, without moving the focus. */
export function Announcement(props: { readonly message: string }) {
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{props.message}</VisuallyHidden>
    </div>
  );
}
