import type { HttpRequest } from '@azure/functions';
import { z } from 'zod';
import type { Permission } from './operation.ts';
import { ProblemError } from './problems.ts';

/** Who is asking. The name goes into the history of whatever they change. */
export type Caller = {
  readonly name: string;
  readonly roles: readonly string[];
  readonly can: Readonly<Record<Permission, boolean>>;
};

/**
 * Whether the platform's word on who is calling is trusted: only where App Service authentication
 * is on does it remove what a caller sent under that name.
 */
export type PlatformAuthentication = 'none' | 'with-key' | 'without-key';

const Principal = z.object({
  claims: z.array(z.object({ typ: z.string(), val: z.string() })).max(2_000),
  name_typ: z.string().optional(),
  role_typ: z.string().optional(),
});
type Principal = z.infer<typeof Principal>;

const PRINCIPAL_CHARACTERS = 64 * 1024;
const ROLE_CLAIMS = ['roles', 'http://schemas.microsoft.com/ws/2008/06/identity/claims/role'];
const NAME_CLAIMS = ['preferred_username', 'name'];

/** The host has seen the key. By key alone a caller is the operator, who may do everything. */
export function callerOf(request: HttpRequest, trust: PlatformAuthentication): Caller {
  if (trust === 'none') return keyHolder(request.headers.get('x-duewatch-user'));
  const principal = readPrincipal(request.headers.get('x-ms-client-principal'));
  const roles = valuesOf(principal, [principal.role_typ, ...ROLE_CLAIMS]);
  const [name = 'somebody without a name'] = valuesOf(principal, [
    principal.name_typ,
    ...NAME_CLAIMS,
  ]);
  const isAny = (...named: string[]) => named.some((each) => roles.includes(`Duewatch.${each}`));
  return {
    name: shownName(name),
    roles,
    can: {
      read: isAny('Reader', 'Controller', 'Admin'),
      control: isAny('Controller', 'Admin'),
      administer: isAny('Admin'),
    },
  };
}

/** Throws 403 where the caller may not. */
export function demand(caller: Caller, needed: Permission): void {
  if (caller.can[needed]) return;
  throw new ProblemError(
    403,
    `Cannot do this because ${caller.name} may not ${needed}: ask for the role ${ROLE_FOR[needed]}`,
  );
}

const ROLE_FOR: Readonly<Record<Permission, string>> = {
  read: 'Duewatch.Reader',
  control: 'Duewatch.Controller',
  administer: 'Duewatch.Admin',
};

function keyHolder(user: string | null): Caller {
  const name = shownName(decoded(user ?? ''));
  return {
    name: name === '' ? 'key' : `${name} (key)`,
    roles: ['Duewatch.Admin'],
    can: { read: true, control: true, administer: true },
  };
}

function readPrincipal(header: string | null): Principal {
  if (header === null || header.length > PRINCIPAL_CHARACTERS)
    throw new ProblemError(401, 'Cannot tell who is calling: sign in');
  try {
    return Principal.parse(JSON.parse(Buffer.from(header, 'base64').toString('utf8')));
  } catch (error) {
    throw new ProblemError(401, 'Cannot read who is calling: sign in again', { cause: error });
  }
}

const valuesOf = ({ claims }: Principal, types: readonly (string | undefined)[]): string[] => {
  const found = types.flatMap((type) =>
    claims.filter(({ typ }) => typ === type).map(({ val }) => val),
  );
  return [...new Set(found)];
};

/** Headers carry ASCII, so a name in them is percent-encoded; one that is not stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One line, of a bounded length: it is written into the history. */
const shownName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(0, 100);
