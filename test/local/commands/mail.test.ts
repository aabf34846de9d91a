import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from './run-command.ts';

const out = mkdtempSync(join(tmpdir(), 'duewatch-mail-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

test('mail writes what is chosen, with its files, and an index that lists it', async () => {
  const args = ['--out', out, '--kind', 'letter-final', '--language', 'nl'];

  const { code, stdout } = await run('mail', args);

  expect(code).toBe(0);
  expect(stdout).toContain('Wrote 1 to ');
  expect(readdirSync(out).toSorted()).toEqual([
    'index.html',
    'letter-final-notice.nl.html',
    'letter-final-notice.nl.openstaande-facturen-2026-03-17.csv',
    'letter-final-notice.nl.openstaande-facturen-2026-03-17.html',
    'letter-final-notice.nl.txt',
  ]);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Laatste aanmaning');
});

test.each([
  { args: ['--kind', 'postcard'], says: 'no e-mail is called so' },
  { args: ['--language', 'fr'], says: 'choose one of en, nl, sv' },
  { args: ['--out', 'package.json/mail'], says: 'package.json' },
])('mail $args cannot start, and one message says why', async ({ args, says }) => {
  const { code, stderr } = await run('mail', args);

  expect(code).toBe(2);
  expect(stderr).toContain(says);
});
