/** Whether a database refused a row because another one has a value that only one may have. */
export function isUniqueViolation(error: unknown): boolean {
  const code =
    typeof error === 'object' && error !== null && 'code' in error
      ? error.code
      : undefined;
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE';
}
