import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Azure's HMAC-SHA256 scheme: what a request was signed with must be what we would sign it with. */
export function isSigned(
  { method, url, headers }: { method: string; url: string; headers: IncomingHttpHeaders },
  body: string,
  accessKey: string,
): boolean {
  const hash = createHash('sha256').update(body).digest('base64');
  if (headers['x-ms-content-sha256'] !== hash) return false;
  const signed = `${method}\n${url}\n${headers['x-ms-date']};${headers.host};${hash}`;
  const signature = createHmac('sha256', Buffer.from(accessKey, 'base64'))
    .update(signed)
    .digest('base64');
  const expected = `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`;
  return isEqual(headers.authorization ?? '', expected);
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
