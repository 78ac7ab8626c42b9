import { useState } from 'react';

/** How often a value became another one while it was on screen. */
export function useChangeCount(value: string): number {
  const [seen, setSeen] = useState({ value, changes: 0 });
  if (seen.value !== value) {
    // Adjusting state while rendering, so that the changed value is never shown without its mark.
    setSeen({ value, changes: seen.changes + 1 });
  }
  return seen.changes;
}
