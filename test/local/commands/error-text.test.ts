import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BuildError } from '../../../local/build-app.ts';
import { errorText } from '../../../local/commands/error-text.ts';
import { UsageError } from '../../../local/commands/usage-error.ts';
import { HostError } from '../../../local/host/host-error.ts';
import { StorageError } from '../../../local/storage/storage-error.ts';
import { PolicyError } from '../../../shared/policy/parse-policy.ts';
import { RunRefusedError, SourceError } from '../../../shared/run/errors.ts';
import { SettingsError } from '../../../shared/settings.ts';
import { runFile } from './run-command.ts';

const FAILING = fileURLToPath(new URL('./failing-command.ts', import.meta.url));
const systemError = (code: string, over: object = {}): Error =>
  Object.assign(new Error(`${code}: said by the system`), { code, ...over });

describe('errorText', () => {
  test.each([
    new BuildError('Cannot build'),
    new HostError('Cannot listen on port 7071'),
    new PolicyError('Cannot use the policy'),
    new RunRefusedError('Cannot run the night'),
    new SettingsError('Cannot start with these settings'),
    new SourceError('Cannot read'),
    new StorageError('Cannot open the state folder'),
    new UsageError('Cannot use --from'),
  ])('%s is told in its own words', (error) => {
    expect(errorText(error, 'npm start', false)).toBe(error.message);
  });

  test.each([
    {
      error: systemError('EACCES', { path: '/data/customers.csv' }),
      says: 'Cannot use "/data/customers.csv" because permission is denied',
    },
    {
      error: systemError('EADDRINUSE', { port: 7071 }),
      says: 'Cannot use port 7071 because another program listens there',
    },
    { error: systemError('ENOSPC'), says: 'Cannot use a file because the disk is full' },
    {
      error: systemError('EXYZ'),
      says: 'Cannot go on with npm start because of an error nobody foresaw: EXYZ: said by the system',
    },
    { error: 'thrown text', says: 'an error nobody foresaw: thrown text' },
  ])('$error is told as: $says', ({ error, says }) => {
    expect(errorText(error, 'npm start', false)).toContain(says);
  });
});

describe.concurrent('a command that fails in a way nobody foresaw', () => {
  test.each([
    { args: [], code: 2, because: 'nothing was begun' },
    { args: ['--late'], code: 1, because: 'work was begun, and some of it may be done' },
  ])('with $args ends with $code: $because', async ({ args, code }) => {
    const ended = await runFile(FAILING, args);

    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain('Cannot go on with npm run fail');
    expect(ended.stderr).toContain('DUEWATCH_STACK=1');
    expect(ended.stderr).not.toContain('    at ');
  });
});
