/** The id of the workspace that an event tells about; undefined when it is not an event of ours. */
export function readWorkspaceId(eventPayload: unknown): string | undefined {
  if (
    typeof eventPayload !== 'object' ||
    !eventPayload ||
    !('id' in eventPayload)
  ) {
    return undefined;
  }
  const { id } = eventPayload;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
