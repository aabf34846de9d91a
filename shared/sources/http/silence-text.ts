/** Why nothing came back, and from where: "fetch failed" by itself says neither. */
export function silenceText(error: unknown, url: string, timeoutMs: number): string {
  const from = `no answer from ${new URL(url).host}`;
  if (!(error instanceof Error)) return from;
  if (error.name === 'TimeoutError') return `${from} within ${timeoutMs / 1_000} seconds`;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause ? String(cause.code) : cause.message;
  return code === 'ENOTFOUND'
    ? `${from}, a name that nobody knows (ENOTFOUND)`
    : `${from} (${code})`;
}
