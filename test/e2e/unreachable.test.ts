import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { newState, run, start } from './nightly.ts';

/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:65533';
const UNREACHABLE = {
  PARTNER_CENTER_TENANT: '11111111-1111-4111-8111-111111111111',
  PARTNER_CENTER_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  PARTNER_CENTER_CLIENT_SECRET: 'canary-secret',
  PARTNER_CENTER_REFRESH_TOKEN: 'canary-refresh',
  PARTNER_CENTER_URL: NOWHERE,
  PARTNER_CENTER_LOGIN_URL: NOWHERE,
};

test('a night that waits for a source says at once for what, and Ctrl-C ends it with 1', async () => {
  const child = start('nightly', ['--state', newState()], UNREACHABLE);
  const said = text(child.stdout);
  const lines: string[] = [];
  for await (const line of createInterface(child.stderr)) {
    lines.push(line);
    if (line.startsWith('Waiting')) child.kill('SIGINT');
  }
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];

  expect(code).toBe(1);
  expect(lines).toContain(
    'Waiting to sign in to Partner Center because of no answer from 127.0.0.1:65533 (ECONNREFUSED): it is tried again for up to half an hour, and the night goes on without it then. Ctrl-C stops the night',
  );
  expect(lines.at(-1)).toBe(
    'Cannot finish the night because it was stopped: run it again to go on',
  );
  expect(await said).toBe('');
  expect(lines.join('\n')).not.toContain('canary');
});

test('a certificate that is not there is named with its setting, and the command ends', async () => {
  const certificate = '/nowhere/certificate.pem';
  const { PARTNER_CENTER_CLIENT_SECRET: _, ...others } = UNREACHABLE;

  const ended = await run('nightly', ['--state', newState()], {
    ...others,
    PARTNER_CENTER_CERTIFICATE_FILE: certificate,
  });

  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toContain(
    `PARTNER_CENTER_CERTIFICATE_FILE: "${certificate}" cannot be read: name a PEM file`,
  );
});
