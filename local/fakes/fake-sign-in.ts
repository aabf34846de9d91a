import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { FakeAnswer, FakeRequest } from './fake-server.ts';

/** An application as it is known to a tenant. A test spoils what it wants to see refused. */
export type KnownApplication = {
  tenant: string;
  clientId: string;
  secret: string;
  isSecretExpired: boolean;
  /** SHA-256 of its certificate, base64url, where it has one. */
  thumbprint?: string;
  /** The one that holds, and older ones, which go on holding for a while. */
  refreshTokens: string[];
  isRefreshTokenRotated: boolean;
  /** What was granted, in turn. */
  readonly grants: string[];
};

export type TokenKind = 'application' | 'account';

const TOKEN_PATH = /^\/([^/]+)\/oauth2(?:\/v2\.0)?\/token$/;
const TOKEN_SECONDS = 3_600;

/** What stands in for Entra's sign-in: tokens that mean nothing, and refusals in its words. */
export function fakeSignIn(known: KnownApplication) {
  const tokens = new Map<string, TokenKind>();

  function issue(kind: TokenKind, more: Record<string, string> = {}): FakeAnswer {
    const token = `fake-${kind}-${randomUUID()}`;
    tokens.set(token, kind);
    return answered(200, {
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      access_token: token,
      ...more,
    });
  }

  function redeem(sent: URLSearchParams): FakeAnswer {
    if (!known.refreshTokens.includes(sent.get('refresh_token') ?? ''))
      return refused('invalid_grant', 70000, 'The provided value for the input is not valid.');
    if (known.isRefreshTokenRotated) known.refreshTokens.push(`fake-refresh-${randomUUID()}`);
    return issue('account', { refresh_token: known.refreshTokens.at(-1) ?? '' });
  }

  return {
    isSignIn: ({ url }: FakeRequest): boolean => TOKEN_PATH.test(url.pathname),
    answer({ url, body }: FakeRequest): FakeAnswer {
      const [, tenant = ''] = TOKEN_PATH.exec(url.pathname) ?? [];
      const sent = new URLSearchParams(body);
      const refusal = refusalOf(known, tenant, sent);
      if (refusal !== undefined) return refusal;
      const grant = sent.get('grant_type') ?? '';
      known.grants.push(grant);
      return grant === 'refresh_token' ? redeem(sent) : issue('application');
    },
    /** Who a call comes from; undefined where its token is none, or not one any more. */
    callerOf({ headers }: FakeRequest): TokenKind | undefined {
      return tokens.get(headers.authorization?.replace(/^Bearer /, '') ?? '');
    },
    expireTokens: (): void => tokens.clear(),
  };
}

function refusalOf(
  known: KnownApplication,
  tenant: string,
  sent: URLSearchParams,
): FakeAnswer | undefined {
  if (tenant !== known.tenant)
    return refused('invalid_request', 90002, `Tenant '${tenant}' not found.`);
  if (sent.get('client_id') !== known.clientId)
    return refused('unauthorized_client', 700016, 'Application was not found in the directory.');
  const assertion = sent.get('client_assertion');
  if (assertion !== null)
    return thumbprintIn(assertion) === known.thumbprint
      ? undefined
      : refused('invalid_client', 700027, 'The certificate is not registered.');
  if (sent.get('client_secret') !== known.secret)
    return refused('invalid_client', 7000215, 'Invalid client secret provided.');
  if (known.isSecretExpired)
    return refused('invalid_client', 7000222, 'The provided client secret keys are expired.');
  return undefined;
}

const Header = z.object({ 'x5t#S256': z.string().optional() });

/** Which certificate an assertion says it is signed with. */
const thumbprintIn = (assertion: string): string | undefined =>
  Header.parse(JSON.parse(Buffer.from(assertion.split('.')[0] ?? '', 'base64url').toString()))[
    'x5t#S256'
  ];

const answered = (status: number, body: unknown): FakeAnswer => ({
  status,
  body: JSON.stringify(body),
});

const refused = (error: string, number: number, why: string): FakeAnswer =>
  answered(error === 'invalid_client' ? 401 : 400, {
    error,
    error_description: `AADSTS${number}: ${why} Trace ID: 0 Correlation ID: 0`,
    error_codes: [number],
  });
