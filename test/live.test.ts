import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { live } from '../shared/live.ts';

const before = { ...process.env };
afterEach(() => {
  process.env = before;
});

test('a worker that could not be set up for its first message is for a later one', async () => {
  const certificate = join(mkdtempSync(join(tmpdir(), 'duewatch-live-')), 'certificate.pem');
  Object.assign(process.env, {
    AzureWebJobsStorage: 'UseDevelopmentStorage=true',
    PARTNER_CENTER_TENANT: 'kestrel.example',
    PARTNER_CENTER_CLIENT_ID: '2b9a4b0e-6a1f-4f0c-9d3b-5b7a4ad0f0aa',
    PARTNER_CENTER_REFRESH_TOKEN: 'token',
    PARTNER_CENTER_CERTIFICATE_FILE: certificate,
  });
  await expect(live()).rejects.toThrow('certificate.pem');

  copyFileSync(resolve('test/sources/partner-center/fixtures/certificate.pem'), certificate);

  expect((await live()).sources.map(({ name }) => name)).toContain('partner-center');
});
