import { readFile } from 'node:fs/promises';
import type { TableClient } from '@azure/data-tables';
import { callAllowanceTable } from './effects/store/call-allowance-table.ts';
import { keptSecretTable } from './effects/store/kept-secret-table.ts';
import { type Settings, SettingsError } from './settings.ts';
import type { Surroundings } from './sources/http/surroundings.ts';
import type { Credential, RefreshTokens } from './sources/partner-center/access.ts';
import { CALLS_PER_MINUTE, partnerCenter } from './sources/partner-center/partner-center.ts';
import { vaultRefreshToken } from './sources/partner-center/vault-refresh-token.ts';

/** Partner Center where its settings are there. All workers share its calls through the table. */
export async function livePartnerCenter(
  set: Settings,
  table: TableClient,
  surroundings: Surroundings,
) {
  const { PARTNER_CENTER_TENANT: tenant, PARTNER_CENTER_CLIENT_ID: clientId } = set;
  if (tenant === undefined || clientId === undefined) return undefined;
  const credential = await credentialOf(set);
  const access = {
    tenant,
    clientId,
    credential,
    cloud: set.PARTNER_CENTER_CLOUD,
    ...(set.PARTNER_CENTER_URL !== undefined && { apiUrl: withoutSlash(set.PARTNER_CENTER_URL) }),
    ...(set.PARTNER_CENTER_LOGIN_URL !== undefined && {
      loginUrl: withoutSlash(set.PARTNER_CENTER_LOGIN_URL),
    }),
  };
  const ceiling = { of: `partner center ${tenant}`, perMinute: CALLS_PER_MINUTE };
  return partnerCenter(access, {
    refreshTokens: refreshTokensOf(set, credential, table, surroundings.now),
    allowance: callAllowanceTable(table, ceiling, surroundings.now),
    surroundings,
    stagingFolder: set.STAGING_FOLDER,
  });
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

async function credentialOf(set: Settings): Promise<Credential> {
  if (set.PARTNER_CENTER_CERTIFICATE_FILE === undefined)
    return { kind: 'secret', secret: set.PARTNER_CENTER_CLIENT_SECRET ?? '' };
  return { kind: 'certificate', pem: await textOf(set.PARTNER_CENTER_CERTIFICATE_FILE) };
}

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SettingsError(
      `Cannot start with these settings:\n  PARTNER_CENTER_CERTIFICATE_FILE: "${path}" cannot be read: name a PEM file with the certificate and its private key`,
      { cause },
    );
  });

function refreshTokensOf(
  set: Settings,
  credential: Credential,
  table: TableClient,
  now: () => Date,
): RefreshTokens {
  const { PARTNER_CENTER_VAULT: vaultUrl, PARTNER_CENTER_VAULT_SECRET: name } = set;
  if (vaultUrl !== undefined)
    return vaultRefreshToken(
      { vaultUrl, name },
      async () => {
        const { DefaultAzureCredential } = await import('@azure/identity');
        const { SecretClient } = await import('@azure/keyvault-secrets');
        return new SecretClient(vaultUrl, new DefaultAzureCredential());
      },
      now,
    );
  return keptSecretTable(table, {
    name,
    first: set.PARTNER_CENTER_REFRESH_TOKEN ?? '',
    sealedWith: credential.kind === 'secret' ? credential.secret : credential.pem,
  });
}
