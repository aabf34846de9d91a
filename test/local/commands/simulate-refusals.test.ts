import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder, run, temporaryFolder } from './run-command.ts';

describe.concurrent('simulate that cannot start', () => {
  test.each([
    { args: ['--days', '3'], says: "unknown option '--days'" },
    { args: ['march'], says: 'options go after --' },
    { args: ['--from'], says: "option '--from <day>' argument missing" },
    { args: ['--from', '2026-02-30'], says: 'Cannot use --from "2026-02-30" because it is no day' },
    { args: ['--on', '2026-03-01,,'], says: 'Cannot use --on "" because it is no day' },
    { args: ['--on', '2026-03-01', '--to', '2026-03-02'], says: 'one or the other' },
    { args: ['--to', '2026-03-02'], says: 'pass --from as well' },
    { args: ['--from', '2026-03-02', '--to', '2026-03-01'], says: 'the last day comes first' },
    { args: ['--from', '0026-03-01'], says: 'ask for 36525 at most' },
    { args: ['--customer', 'C-9', '--customer', 'C-1'], says: 'customer "C-9"' },
    { args: ['--customer', ''], says: 'no id of a customer' },
    { args: ['--policy', '/nowhere.json'], says: 'Cannot use "/nowhere.json" because it does not' },
    { args: ['--policy', '/'], says: 'Cannot use "/" because it is a folder' },
    { args: ['--html', '/nowhere/report'], says: 'Cannot use "/nowhere' },
    { args: ['--html', '-'], says: 'Cannot write --html to "-"' },
    {
      args: ['--json', '/nowhere/one', '--html', '/nowhere/one'],
      says: 'one would replace the other',
    },
    { args: ['--html', '/'], says: 'Cannot write "/" because something that is no file is in its' },
    {
      args: ['--policy', 'a', '--policy', 'b', '--policy', 'c'],
      says: 'Cannot compare 3 policies',
    },
    { args: ['--json', '/nowhere/lines'], says: 'Cannot use "/nowhere/lines" because it does not' },
    { args: ['--data', '/nowhere'], says: 'Cannot read "/nowhere" because it does not exist' },
  ])('$args ends with 2 and one message: $says', async ({ args, says }) => {
    const { code, stdout, stderr } = await run('simulate', ['--data', dataFolder(), ...args]);

    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
    expect(stderr.match(/^Cannot /gm)).toHaveLength(1);
    expect(stderr).not.toContain('    at ');
  });

  test.each([
    { policy: '{ "dunnning": {} }', says: '  dunnning: is not a key of the policy' },
    { policy: '{', says: 'because it is not JSON' },
  ])('the policy $policy is refused: $says', async ({ policy, says }) => {
    const data = dataFolder({ 'policy.json': policy });

    const { code, stderr } = await run('simulate', ['--data', data]);

    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain('    at ');
  });

  test.each(['simulate', 'nightly'])(
    '%s refuses a threshold that holds for nobody',
    async (command) => {
      const stages = [{ name: 'reminder', afterDays: 3, when: { overdueAtLeast: { CHF: '5' } } }];
      const data = dataFolder({
        'policy.json': JSON.stringify({ dunning: { default: { stages } } }),
      });

      const state = temporaryFolder();

      const { code, stdout, stderr } = await run(
        command,
        command === 'nightly' ? ['--data', data, '--state', state] : ['--data', data],
      );

      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(
        '  dunning.default.stages[0].when.overdueAtLeast.CHF: no customer has CHF: write one of EUR, JPY, USD, or take it out',
      );
    },
  );

  test.each([
    { overdueAtLeast: { CHF: '5', EUR: '5' }, because: 'some customer has EUR' },
    { overdueAtLeast: { USD: '5' }, because: 'some invoice is in USD, though no customer is' },
  ])('a threshold of $overdueAtLeast is taken: $because', async ({ overdueAtLeast }) => {
    const stages = [{ name: 'reminder', afterDays: 3, when: { overdueAtLeast } }];
    const data = dataFolder({
      'policy.json': JSON.stringify({ dunning: { default: { stages } } }),
    });

    expect(await run('simulate', ['--data', data, '--on', '2026-03-17'])).toMatchObject({
      code: 0,
    });
  });

  test('a folder without customers is refused, and no output file is made', async () => {
    const file = join(temporaryFolder(), 'lines.jsonl');

    const { code, stderr } = await run('simulate', ['--data', temporaryFolder(), '--json', file]);

    expect(code).toBe(2);
    expect(stderr).toContain('because it has no customers.csv');
    expect(existsSync(file)).toBe(false);
  });

  test.skipIf(process.getuid?.() === 0)('a folder nobody may read is refused', async () => {
    const data = dataFolder();
    chmodSync(data, 0);

    const { code, stderr } = await run('simulate', ['--data', data]);

    chmodSync(data, 0o700);
    expect(code).toBe(2);
    expect(stderr).toContain('because permission is denied');
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is one message as well', async () => {
    const { code, stderr } = await run('simulate', ['--data', dataFolder(), '--json', '/dev/full']);

    expect(code).toBe(2);
    expect(stderr).toContain('Cannot use "/dev/full" because the disk is full');
  });

  test('options that npm kept for itself are missed, not ignored', async () => {
    const env = { npm_lifecycle_event: 'simulate', npm_config_from: 'true' };

    const { code, stderr } = await run('simulate', ['--data', dataFolder()], env);

    expect(code).toBe(2);
    expect(stderr).toBe(
      'Cannot run npm run simulate because npm kept --from for itself: write npm run simulate -- --from\n',
    );
  });

  test('DUEWATCH_STACK=1 shows where an error comes from', async () => {
    const { stderr } = await run('simulate', ['--data', '/nowhere'], { DUEWATCH_STACK: '1' });

    expect(stderr).toContain('    at ');
  });

  test('--help lists every option and ends with 0', async () => {
    const { code, stdout, stderr } = await run('simulate', ['--help']);

    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const option of ['data', 'policy', 'from', 'to', 'on', 'customer', 'json', 'html'])
      expect(stdout).toContain(`--${option} <`);
    expect(stdout).toContain(
      'by customer (in the order of the encoded id), then day, then currency',
    );
  });

  test('a reader that leaves early ends it quietly', async () => {
    const args = ['--data', dataFolder(), '--from', '2000-01-01', '--to', '2029-12-31'];
    const child = spawn(process.execPath, ['local/commands/simulate.ts', ...args, '--json', '-'], {
      env: { ...process.env, TMPDIR: temporaryFolder() },
    });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });

    const [code] = await once(child, 'close');

    expect(code).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|Cannot/);
  });
});

test('an invoice file that is no CSV costs its rows, not the replay', async () => {
  const data = dataFolder();
  writeFileSync(join(data, 'invoices.csv'), Buffer.from([0xff, 0xfe, 0x00]));

  const { code, stdout } = await run('simulate', ['--data', data, '--on', '2026-03-04']);

  expect(code).toBe(0);
  expect(stdout).toContain('1 rejected');
});
