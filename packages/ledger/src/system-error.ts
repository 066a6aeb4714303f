/**
 * What the operating system or the network said, as a code (`EACCES`, `ENOENT`, `ECONNREFUSED`): its own sentences are
 * English and hold absolute paths.
 */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && typeof error.code === 'string') return error.code;
  // `fetch` throws a TypeError that says nothing and has the reason in its cause.
  return error.cause instanceof Error ? systemCode(error.cause) : error.name;
}
