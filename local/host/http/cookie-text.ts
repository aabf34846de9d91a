import { z } from 'zod';

/** A cookie as the library hands it to the host. */
export const RpcCookie = z.object({
  name: z.string(),
  value: z.string(),
  domain: z.object({ value: z.string() }).optional(),
  path: z.object({ value: z.string() }).optional(),
  expires: z.object({ value: z.object({ seconds: z.number() }) }).optional(),
  secure: z.object({ value: z.boolean() }).optional(),
  httpOnly: z.object({ value: z.boolean() }).optional(),
  sameSite: z.enum(['none', 'lax', 'strict', 'explicitNone']).optional(),
  maxAge: z.object({ value: z.number() }).optional(),
});
export type RpcCookie = z.infer<typeof RpcCookie>;

const SAME_SITE = { none: undefined, lax: 'Lax', strict: 'Strict', explicitNone: 'None' } as const;

/** The text of a Set-Cookie header. */
export function cookieText(cookie: RpcCookie): string {
  const { name, value, domain, path, expires, secure, httpOnly, sameSite, maxAge } = cookie;
  const attributes = {
    'Max-Age': maxAge?.value,
    Domain: domain?.value,
    Path: path?.value,
    Expires: expires && new Date(expires.value.seconds * 1000).toUTCString(),
    SameSite: SAME_SITE[sameSite ?? 'none'],
  };
  return [
    `${name}=${encodeURIComponent(value)}`,
    ...Object.entries(attributes).flatMap(([key, text]) =>
      text === undefined ? [] : `${key}=${text}`,
    ),
    ...(httpOnly?.value ? ['HttpOnly'] : []),
    ...(secure?.value ? ['Secure'] : []),
  ].join('; ');
}
