import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { vaultRefreshToken } from '../../../shared/sources/partner-center/vault-refresh-token.ts';
import { allOf, fakeAccess } from './fake-access.ts';

// Made for this test, and known to nobody else.
const PEM = readFileSync('test/sources/partner-center/fixtures/certificate.pem', 'utf8');
const THUMBPRINT = createHash('sha256').update(new X509Certificate(PEM).raw).digest('base64url');

describe('who signs in', () => {
  test('may show a certificate instead of a secret', async () => {
    await using partner = await fakeAccess({
      access: { credential: { kind: 'certificate', pem: PEM } },
    });
    partner.fake.application.thumbprint = THUMBPRINT;

    const reading = await partner.live.source.open();
    const told = await allOf(reading);
    reading.close();

    expect(told).toHaveLength(11);
  });

  test('with a certificate that Entra does not know is told where to upload it', async () => {
    await using partner = await fakeAccess({
      access: { credential: { kind: 'certificate', pem: PEM } },
    });

    const subscriptions = partner.live.portal.subscriptions('any');

    await expect(subscriptions).rejects.toThrow(
      'does not know the certificate: upload it in Entra',
    );
  });

  test('with a file that holds no certificate is told so, and nothing of what it holds', async () => {
    await using partner = await fakeAccess({
      access: { credential: { kind: 'certificate', pem: 'canary' } },
    });

    const subscriptions = partner.live.portal.subscriptions('any');

    await expect(subscriptions).rejects.toThrow(
      'PARTNER_CENTER_CERTIFICATE_FILE holds no certificate',
    );
    await expect(subscriptions).rejects.not.toThrow('canary');
  });

  test('in the cloud of the US government signs in there', async () => {
    await using partner = await fakeAccess({ access: { cloud: 'us-government' } });

    const reading = await partner.live.source.open();
    const told = await allOf(reading);
    reading.close();

    expect(told).toHaveLength(11);
  });
});

/** A vault with one secret; its versions, oldest first. */
function vaultWith(first: string, updatedOn: string) {
  const versions = [{ value: first, updatedOn: new Date(updatedOn) }];
  let now = new Date(updatedOn);
  const properties = (on: Date | undefined) => ({
    name: 'token',
    vaultUrl: 'v',
    ...(on && { updatedOn: on }),
  });
  const secrets = {
    async getSecret() {
      const newest = versions.at(-1);
      return {
        name: 'token',
        value: newest?.value ?? '',
        properties: properties(newest?.updatedOn),
      };
    },
    async setSecret(_name: string, value: string) {
      versions.push({ value, updatedOn: now });
      return { name: 'token', value, properties: properties(now) };
    },
  };
  const place = { vaultUrl: 'https://kestrel.vault.azure.net', name: 'token' };
  return {
    versions,
    at(instant: string): void {
      now = new Date(instant);
    },
    tokens: vaultRefreshToken(
      place,
      async () => secrets,
      () => now,
    ),
  };
}

describe('a refresh token in a Key Vault', () => {
  test('becomes its next version when it is rotated, once a day', async () => {
    const vault = vaultWith('one', '2026-05-18T02:00:00Z');

    vault.at('2026-05-18T03:00:00Z');
    await vault.tokens.keep('two');
    vault.at('2026-05-19T02:00:00Z');
    await vault.tokens.keep('three');

    expect(vault.versions.map(({ value }) => value)).toEqual(['one', 'three']);
    expect(await vault.tokens.read()).toBe('three');
  });

  test('that cannot be read says which secret, and which role', async () => {
    const place = { vaultUrl: 'https://kestrel.vault.azure.net', name: 'token' };
    const forbidden = Object.assign(new Error('Forbidden'), { statusCode: 403 });
    const tokens = vaultRefreshToken(
      place,
      () => Promise.reject(forbidden),
      () => new Date('2026-05-18T02:00:00Z'),
    );

    await expect(tokens.read()).rejects.toThrow(
      'Cannot read the secret "token" of https://kestrel.vault.azure.net because the answer was 403: see that it is there, and that this app\'s identity may get and set secrets (Key Vault Secrets Officer)',
    );
  });
});
