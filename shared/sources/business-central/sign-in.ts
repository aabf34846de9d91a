import { z } from 'zod';
import { SourceError, UnavailableError } from '../../run/errors.ts';
import { cachedTokens } from '../http/cached-tokens.ts';
import type { AccessTokens, Surroundings } from '../http/surroundings.ts';
import { API_URL, type BusinessCentralAccess, LOGIN_URL } from './access.ts';

const SCOPE = `${API_URL}/.default`;

/** Tokens of the application by itself. The library is loaded with the first. */
export const businessCentralTokens = (
  access: BusinessCentralAccess,
  { now }: Surroundings,
): AccessTokens =>
  cachedTokens(async () => {
    try {
      const { token, expiresOnTimestamp } = await (await newCredential(access)).getToken(SCOPE);
      return { token, expiresAt: new Date(expiresOnTimestamp) };
    } catch (error) {
      throw signInRefused(error, access);
    }
  }, now);

/** A new one for every token: it would hand out again from its cache what was just refused. */
async function newCredential({ tenant, clientId, secret, loginUrl }: BusinessCentralAccess) {
  const { ClientSecretCredential } = await import('@azure/identity');
  if (loginUrl === undefined) return new ClientSecretCredential(tenant, clientId, secret);
  return new ClientSecretCredential(tenant, clientId, secret, {
    disableInstanceDiscovery: true,
    allowInsecureConnection: true,
    additionalPolicies: [
      {
        position: 'perRetry',
        policy: {
          name: 'sign in elsewhere',
          sendRequest: async (request, next) => {
            request.url = request.url.replace(LOGIN_URL, loginUrl);
            return await next(request);
          },
        },
      },
    ],
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
function signInRefused(error: unknown, access: BusinessCentralAccess): Error {
  const { message = '' } = Refused.safeParse(error).data ?? {};
  const [, number] = /AADSTS(\d+)/.exec(message) ?? [];
  if (number === undefined)
    return new UnavailableError(
      'Cannot sign in to Business Central because Entra does not answer: try again later',
      { cause: error },
    );
  const reason =
    REASONS[number]?.(access) ??
    `the sign-in was refused (AADSTS${number}): look it up at https://login.microsoftonline.com/error?code=${number}`;
  return new SourceError(`Cannot sign in to Business Central because ${reason}`);
}
