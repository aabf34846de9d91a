import type { ClientSecretCredentialOptions } from '@azure/identity';
import { z } from 'zod';
import { SourceError, UnavailableError } from '../../run/errors.ts';
import { cachedTokens } from '../http/cached-tokens.ts';
import { silenceText } from '../http/silence-text.ts';
import type { AccessTokens, Surroundings } from '../http/surroundings.ts';
import { API_URL, type BusinessCentralAccess, LOGIN_URL } from './access.ts';

type Policies = NonNullable<ClientSecretCredentialOptions['additionalPolicies']>;
type SendRequest = Policies[number]['policy']['sendRequest'];

const SCOPE = `${API_URL}/.default`;

/** Tokens of the application by itself. The library is loaded with the first. */
export const businessCentralTokens = (
  access: BusinessCentralAccess,
  { now, onRetry }: Surroundings,
): AccessTokens =>
  cachedTokens(async () => {
    const silence: Silence = { because: undefined };
    const sent = sending(access.loginUrl ?? LOGIN_URL, silence, onRetry);
    try {
      const credential = await newCredential(access, sent);
      const { token, expiresOnTimestamp } = await credential.getToken(SCOPE);
      return { token, expiresAt: new Date(expiresOnTimestamp) };
    } catch (error) {
      throw signInRefused(error, access, silence);
    }
  }, now);

/** The library hides why it could not reach the sign-in, which is all that matters then. */
type Silence = { because: string | undefined };

const WHAT = 'sign in to Business Central';

/** Sends each try where the sign-in is, and tells of one that nothing came of. */
const sending =
  (loginUrl: string, silence: Silence, onRetry: Surroundings['onRetry']): SendRequest =>
  async (request, next) => {
    request.url = request.url.replace(LOGIN_URL, loginUrl);
    try {
      const response = await next(request);
      const { host } = new URL(request.url);
      silence.because = `the answer ${response.status} from ${host}`;
      return response;
    } catch (error) {
      silence.because = silenceText(error, request.url, request.timeout);
      onRetry({ what: WHAT, because: silence.because });
      throw error;
    }
  };

/** A new one for every token: it would hand out again from its cache what was just refused. */
async function newCredential(
  { tenant, clientId, secret, loginUrl }: BusinessCentralAccess,
  sendRequest: SendRequest,
) {
  const { ClientSecretCredential } = await import('@azure/identity');
  return new ClientSecretCredential(tenant, clientId, secret, {
    ...(loginUrl !== undefined && {
      disableInstanceDiscovery: true,
      allowInsecureConnection: true,
    }),
    additionalPolicies: [{ position: 'perRetry', policy: { name: 'sign in', sendRequest } }],
  });
}

/** What the library throws; its text begins with what Entra said, which has a number. */
const Refused = z.object({ message: z.string() });

/** Entra's numbers by what an operator has to do. */
const REASONS: Readonly<Record<string, (access: BusinessCentralAccess) => string>> = {
  '90002': ({ tenant }) =>
    `there is no tenant "${tenant}": set BUSINESS_CENTRAL_TENANT to the id that Entra shows under Overview`,
  '700016': ({ tenant, clientId }) =>
    `tenant "${tenant}" has no application "${clientId}": set BUSINESS_CENTRAL_CLIENT_ID to the application's id in Entra`,
  '7000215': ({ clientId }) =>
    `the secret is not that of application "${clientId}": set BUSINESS_CENTRAL_CLIENT_SECRET to the secret's value, not to its id`,
  '7000222': ({ clientId }) =>
    `the secret of application "${clientId}" has expired: make another in Entra (App registrations, Certificates & secrets) and set BUSINESS_CENTRAL_CLIENT_SECRET to it`,
};

/** One message that says which setting is wrong; who could not be asked is asked again later. */
function signInRefused(
  error: unknown,
  access: BusinessCentralAccess,
  { because = 'what the library met' }: Silence,
): Error {
  const { message = '' } = Refused.safeParse(error).data ?? {};
  const [, number] = /AADSTS(\d+)/.exec(message) ?? [];
  if (number === undefined)
    return new UnavailableError(`Cannot ${WHAT} because of ${because}: try again later`, {
      cause: error,
    });
  const reason =
    REASONS[number]?.(access) ??
    `the sign-in was refused (AADSTS${number}): look it up at https://login.microsoftonline.com/error?code=${number}`;
  return new SourceError(`Cannot ${WHAT} because ${reason}`);
}
