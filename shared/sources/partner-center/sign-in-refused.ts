import { z } from 'zod';
import type { PartnerCenterAccess } from './access.ts';

/** What the sign-in library throws when the cloud refuses; the number is Entra's. */
const Refused = z.object({
  errorCode: z.string(),
  errorMessage: z.string().optional(),
  errorNo: z.coerce.string().optional(),
});

type Reason = (access: PartnerCenterAccess) => string;

const SECRET = 'PARTNER_CENTER_CLIENT_SECRET';

const noSuchTenant: Reason = ({ tenant }) =>
  `there is no tenant "${tenant}": set PARTNER_CENTER_TENANT to the id of your own (partner) tenant, as Entra shows it under Overview`;

const noSuchApplication: Reason = ({ tenant, clientId }) =>
  `tenant "${tenant}" has no application "${clientId}": set PARTNER_CENTER_CLIENT_ID to the application's id in Entra, and PARTNER_CENTER_TENANT to your own (partner) tenant`;

const signInAgain = (why: string): Reason => {
  return () =>
    `${why}: sign in once more as docs/runbook.md says ("Signing in to Partner Center"), and keep the new refresh token where the old one is`;
};

const noConsent: Reason = ({ clientId }) =>
  `nobody has consented that application "${clientId}" uses Partner Center: give it the permission "Access Partner Center API" in Entra, and consent as an administrator`;

/** Entra's numbers by what an operator has to do. */
const REASONS: Readonly<Record<string, Reason>> = {
  '90002': noSuchTenant,
  '90023': noSuchTenant,
  '900023': noSuchTenant,
  '700016': noSuchApplication,
  '7000222': ({ clientId }) =>
    `the secret of application "${clientId}" has expired: make another in Entra (App registrations, Certificates & secrets) and set ${SECRET} to it`,
  '7000215': ({ clientId }) =>
    `the secret is not that of application "${clientId}": set ${SECRET} to the secret's value, not to its id`,
  '700027': ({ clientId }) =>
    `application "${clientId}" does not know the certificate: upload it in Entra (App registrations, Certificates & secrets), or set PARTNER_CENTER_CERTIFICATE_FILE to one that is there`,
  '65001': noConsent,
  '650057': noConsent,
  '50076': signInAgain('the sign-in was without a second factor'),
  '50079': signInAgain('the account has no second factor yet'),
  '50173': signInAgain('the password of the account has changed since it signed in'),
  '53003': signInAgain('Conditional Access forbids the account to sign in from here'),
  '70000': signInAgain('the refresh token is not valid'),
  '70008': signInAgain('the refresh token has expired'),
  '700082': signInAgain('the refresh token was not used for 90 days'),
  '700084': signInAgain('the refresh token has expired'),
  '9002313': signInAgain('the refresh token is malformed'),
};

/** One message that says which setting is wrong and where to mend it; undefined for other errors. */
export function signInRefusedText(error: unknown, access: PartnerCenterAccess): string | undefined {
  const refused = Refused.safeParse(error).data;
  if (refused === undefined) return undefined;
  const number = refused.errorNo ?? /AADSTS(\d+)/.exec(refused.errorMessage ?? '')?.[1];
  const reason = REASONS[number ?? '']?.(access) ?? otherReason(refused.errorCode, number);
  return `Cannot sign in to Partner Center because ${reason}`;
}

/** The text of an unknown refusal may quote what was sent: its codes are enough to look it up. */
const otherReason = (code: string, number: string | undefined): string =>
  number === undefined
    ? `the sign-in was refused (${code}): see Sign-in logs in Entra`
    : `the sign-in was refused (${code}, AADSTS${number}): look it up at https://login.microsoftonline.com/error?code=${number}`;
