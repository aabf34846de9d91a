import { createHash, X509Certificate } from 'node:crypto';
import type { AuthenticationResult, NodeAuthOptions } from '@azure/msal-node';
import { z } from 'zod';
import { SourceError } from '../../run/errors.ts';
import { type AccessToken, cachedTokens } from '../http/cached-tokens.ts';
import type { AccessTokens, Surroundings } from '../http/surroundings.ts';
import { CLOUDS, type Credential, type PartnerCenterAccess, type RefreshTokens } from './access.ts';
import { type LoginNetwork, loginNetwork } from './login-network.ts';
import { signInRefusedText } from './sign-in-refused.ts';

/** Tokens of the application by itself: for customers, subscriptions and budgets. */
export const appTokens = (access: PartnerCenterAccess, around: Surroundings): AccessTokens => ({
  isApplication: true,
  ...cachedTokens(async () => {
    const { application, network } = await newApplication(access, around);
    const scopes = [`${CLOUDS[access.cloud].api}/.default`];
    return await signedIn(access, network, () =>
      application.acquireTokenByClientCredential({ scopes, skipCache: true }),
    );
  }, around.now),
});

/** Tokens of the application for the account that signed in: usage is told to nobody else. */
export const userTokens = (
  access: PartnerCenterAccess,
  refreshTokens: RefreshTokens,
  around: Surroundings,
): AccessTokens =>
  cachedTokens(async () => {
    const { application, network } = await newApplication(access, around);
    const scopes = [`${CLOUDS[access.cloud].api}/user_impersonation`];
    const refreshToken = await refreshTokens.read();
    const token = await signedIn(access, network, () =>
      application.acquireTokenByRefreshToken({ refreshToken, scopes }),
    );
    const rotated = newRefreshToken(application.getTokenCache().serialize());
    if (rotated !== undefined && rotated !== refreshToken) await refreshTokens.keep(rotated);
    return token;
  }, around.now);

/** A new one for every token: it would hand out again from its cache what was just refused. */
async function newApplication(access: PartnerCenterAccess, around: Surroundings) {
  const { ConfidentialClientApplication } = await import('@azure/msal-node');
  const { login } = CLOUDS[access.cloud];
  const network = loginNetwork(login, access.loginUrl ?? login, around);
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: access.clientId,
      authority: `${login}/${access.tenant}`,
      ...credentialOptions(access.credential),
    },
    system: { networkClient: network },
  });
  return { application, network };
}

function credentialOptions(
  credential: Credential,
): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate'> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  const { pem } = credential;
  const thumbprintSha256 = createHash('sha256').update(certificateOf(pem).raw).digest('hex');
  return { clientCertificate: { thumbprintSha256, privateKey: pem, x5c: pem } };
}

function certificateOf(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new SourceError(
      'Cannot sign in to Partner Center because PARTNER_CENTER_CERTIFICATE_FILE holds no certificate: give a PEM file with the certificate and its private key',
    );
  }
}

async function signedIn(
  access: PartnerCenterAccess,
  network: LoginNetwork,
  acquire: () => Promise<AuthenticationResult | null>,
): Promise<AccessToken> {
  try {
    const { accessToken, expiresOn } = (await acquire()) ?? {};
    if (accessToken === undefined || accessToken === '' || expiresOn === null)
      throw new SourceError('Cannot sign in to Partner Center because no token came back');
    return { token: accessToken, expiresAt: expiresOn ?? new Date(0) };
  } catch (error) {
    if (network.failure !== undefined) throw network.failure;
    const text = signInRefusedText(error, access);
    throw text === undefined ? error : new SourceError(text);
  }
}

const Cache = z.object({
  RefreshToken: z.record(z.string(), z.object({ secret: z.string() })).optional(),
});

/** The library hands refresh tokens to nobody; its cache, which is documented, has them. */
function newRefreshToken(cache: string): string | undefined {
  const [kept] = Object.values(Cache.parse(JSON.parse(cache)).RefreshToken ?? {});
  return kept?.secret;
}
