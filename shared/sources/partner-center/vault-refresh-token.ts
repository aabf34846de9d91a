import type { SecretClient } from '@azure/keyvault-secrets';
import { SourceError, UnavailableError } from '../../run/errors.ts';
import type { RefreshTokens } from './access.ts';

export type VaultSecret = { readonly vaultUrl: string; readonly name: string };

type Secrets = Pick<SecretClient, 'getSecret' | 'setSecret'>;

/** A token lives for 90 days from its last use: a version a day is often enough. */
const KEPT_FOR_MS = 86_400_000;

/** The refresh token as a secret of a Key Vault; a rotated one becomes its next version. */
export function vaultRefreshToken(
  { vaultUrl, name }: VaultSecret,
  open: () => Promise<Secrets>,
  now: () => Date,
): RefreshTokens {
  let opened: Promise<Secrets> | undefined;
  const secrets = (): Promise<Secrets> => {
    opened ??= open();
    return opened;
  };

  async function current() {
    try {
      return await (await secrets()).getSecret(name);
    } catch (error) {
      if (isUnreachable(error))
        throw new UnavailableError(
          `Cannot read the secret "${name}" of ${vaultUrl} because of no answer: try again later, and see that PARTNER_CENTER_VAULT is right`,
          { cause: error },
        );
      throw new SourceError(
        `Cannot read the secret "${name}" of ${vaultUrl}${statusText(error)}: see that it is there, and that this app's identity may get and set secrets (Key Vault Secrets Officer)`,
        { cause: error },
      );
    }
  }

  return {
    read: async () => (await current()).value ?? '',
    async keep(token) {
      const { updatedOn } = (await current()).properties;
      if (updatedOn !== undefined && now().getTime() - updatedOn.getTime() < KEPT_FOR_MS) return;
      await (await secrets()).setSecret(name, token, { contentType: 'refresh token' });
    },
  };
}

/** The vault's, or no network at all; whoever lacks a right, or is no identity, is told so. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof Error &&
  ((error.name === 'RestError' && !('statusCode' in error && error.statusCode !== undefined)) ||
    ('statusCode' in error && Number(error.statusCode) >= 500));

const statusText = (error: unknown): string =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? ` because the answer was ${error.statusCode}`
    : '';
