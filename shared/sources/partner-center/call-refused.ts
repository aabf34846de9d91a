import { SourceError } from '../../run/errors.ts';
import { ApiError } from '../http/api-error.ts';
import type { AccessTokens } from '../http/surroundings.ts';

const SIGN_IN =
  'sign in once more, with a second factor, as docs/runbook.md says ("Signing in to Partner Center"), and keep the new refresh token where the old one is';

const refusesApplication = (text: string): string =>
  `it does not take the application by itself (${text}): see that PARTNER_CENTER_TENANT is your own (partner) tenant, and that PARTNER_CENTER_CLIENT_ID is a web application of it that Partner Center knows (Account settings, App management)`;

const ADMIN_AGENT = 'give it Admin agent in Partner Center (Account settings, User management)';

const lacksRole = `the account that signed in lacks a role: ${ADMIN_AGENT}`;

const noRelationship =
  'the customer has no reseller relationship with you any more: have it renewed, or leave the customer out';

/** Partner Center's codes by what an operator has to do. */
const REASONS: Readonly<Record<string, string>> = {
  '900420': `the token is for an audience that is accepted no longer (graph.windows.net): ${SIGN_IN}`,
  '900421': `the account signed in without a second factor: ${SIGN_IN}`,
  '900329': `it is told to an account and to no application alone: ${SIGN_IN}`,
  '2032': lacksRole,
  '900150': lacksRole,
  '900308': lacksRole,
  '900309': 'Conditional Access blocks the account: allow it for the application in Entra',
  '90000': 'Conditional Access blocks the account: allow it for the application in Entra',
  '900149': 'your partner program is not active: see Partner Center, Account settings',
  '20002': noRelationship,
  '900159': noRelationship,
};

const noSuchCustomer =
  'it knows no such customer any more: correct its tenant id in the books or in the directory';

type Refusable = { readonly what: string; readonly path: string; readonly tokens: AccessTokens };

/** What Partner Center refuses, in words that say what to do. All else stays as it is. */
export function callRefused({ what, path, tokens }: Refusable, error: unknown): unknown {
  if (!(error instanceof ApiError)) return error;
  const reason =
    (tokens.isApplication === true ? applicationReason(error) : undefined) ??
    REASONS[error.code ?? ''] ??
    statusReason(error, isOfCustomer(path));
  if (reason === undefined) return new SourceError(error.message, { cause: error });
  return new SourceError(`Cannot ${what} because ${reason}`, { cause: error });
}

/** Lists of everybody are always there, where it is Partner Center that answers. */
const isOfCustomer = (path: string): boolean => /^\/customers\/[0-9a-f]{8}-/i.test(path);

/** No account has signed in, so that none can sign in once more, or lack a role. */
function applicationReason(error: ApiError): string | undefined {
  const { status, code = '' } = error;
  const known = REASONS[code];
  const isRefused = known === lacksRole || (known === undefined && [401, 403].includes(status));
  return isRefused ? refusesApplication(said(error)) : undefined;
}

/** A proxy may have said it: what was said tells. */
const said = ({ status, code, description }: ApiError): string =>
  [`${status}`, ...(code === undefined ? [] : [`code ${code}`]), description].join(', ');

function statusReason(error: ApiError, ofCustomer: boolean): string | undefined {
  const { status, description } = error;
  if (status === 404 && !ofCustomer)
    return `what answers is not Partner Center (404, ${description}): leave PARTNER_CENTER_URL empty, or see that it is right and has no path`;
  if (status === 404) return noSuchCustomer;
  if (status === 401)
    return `the token is refused, also when it is new: ${SIGN_IN}; if that does not help, see that PARTNER_CENTER_TENANT is your own (partner) tenant`;
  return status === 403
    ? `the account that signed in may not (${said(error)}): ${ADMIN_AGENT}, or see what stands in between`
    : undefined;
}
