import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpRequest, HttpResponseInit } from '@azure/functions';
import type { PageFile, PageFiles } from './page-files.ts';

/**
 * The page may load its own scripts and styles and talk to its own API, and nothing else. What an
 * e-mail says is shown in a frame without scripts, whose own policy lets e-mails style themselves.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FRAME_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ');

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The page itself: asked for each time, and sent only where it has changed. */
export const answerIndex = (request: HttpRequest, { index }: PageFiles) =>
  answerFile(request, index, {
    'cache-control': 'no-cache',
    'content-security-policy': PAGE_POLICY,
    'x-frame-options': 'DENY',
  });

/** A file of the page; of another version it is gone, and the page's next load finds the new one. */
export async function answerAsset(
  request: HttpRequest,
  { version, assets }: PageFiles,
): Promise<HttpResponseInit> {
  const { version: asked, path = '' } = request.params;
  const file = asked === version ? assets.get(path) : undefined;
  if (file === undefined) return { status: 404, headers: HEADERS };
  const isFrame = file.type.startsWith('text/html');
  return answerFile(request, file, {
    'cache-control': FOR_EVER,
    'content-security-policy': isFrame ? FRAME_POLICY : "default-src 'none'",
  });
}

async function answerFile(
  request: HttpRequest,
  file: PageFile,
  more: Record<string, string>,
): Promise<HttpResponseInit> {
  const etag = `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 20)}"`;
  const headers = { ...HEADERS, ...more, etag, vary: 'accept-encoding', 'content-type': file.type };
  if (isKnown(request.headers.get('if-none-match'), etag)) return { status: 304, headers };
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
  if (encoding === undefined) return { headers, body: file.bytes };
  const body = await compressed(file, encoding);
  return { headers: { ...headers, 'content-encoding': encoding }, body };
}

const isKnown = (known: string | null, etag: string): boolean =>
  known?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag) ?? false;

type Encoding = 'br' | 'gzip';

function encodingFor(accepted: string): Encoding | undefined {
  const names = accepted.split(',').map((each) => each.trim().split(';')[0]);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : undefined;
}

const compressors: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

const kept = new WeakMap<PageFile, Map<Encoding, Promise<Buffer>>>();

/** Each file is compressed once per worker. */
function compressed(file: PageFile, encoding: Encoding): Promise<Buffer> {
  const known = kept.get(file) ?? new Map<Encoding, Promise<Buffer>>();
  kept.set(file, known);
  const bytes = known.get(encoding) ?? compressors[encoding](file.bytes);
  known.set(encoding, bytes);
  return bytes;
}
