import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outboxFolder } from '../../../shared/effects/email/outbox-folder.ts';
import { outgoingEmail } from './outgoing-email.ts';
import { readMessage } from './read-message.ts';

const NAME = 'letter-520f2fe3-2750-5099-91fe-031126184686.eml';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duewatch-outbox-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (name: string) => readFileSync(join(folder, name), 'latin1');

test('an e-mail becomes one file named after its kind and id, which a mail program opens', async () => {
  await outboxFolder(folder).send(outgoingEmail());

  expect(readdirSync(folder)).toEqual([NAME]);
  expect(readMessage(read(NAME))).toMatchObject({
    text: 'Dear Contoso,\n',
    html: '<p>Dear Contoso,</p>\n',
  });
});

test('the folder is made where there is none', async () => {
  await outboxFolder(join(folder, 'a', 'b')).send(outgoingEmail());

  expect(readdirSync(join(folder, 'a', 'b'))).toEqual([NAME]);
});

describe('once', () => {
  test('an e-mail that was delivered is left alone, whatever the second one says', async () => {
    const outbox = outboxFolder(folder);
    await outbox.send(outgoingEmail());
    const before = { content: read(NAME), changedAt: statSync(join(folder, NAME)).mtimeMs };

    await outbox.send(outgoingEmail({ text: 'something else' }));

    expect({ content: read(NAME), changedAt: statSync(join(folder, NAME)).mtimeMs }).toEqual(
      before,
    );
  });

  test('fifty sends of one id at the same time all succeed, and deliver one whole file', async () => {
    const text = 'x'.repeat(100_000);

    await Promise.all(
      Array.from({ length: 50 }, () => outboxFolder(folder).send(outgoingEmail({ text }))),
    );

    expect(readdirSync(folder)).toEqual([NAME]);
    expect(readMessage(read(NAME)).text).toBe(text);
  });

  test('what a killed process left half-written is no delivery, and is tidied away', async () => {
    writeFileSync(join(folder, `.${NAME}.0.draft`), 'half a mess');
    writeFileSync(join(folder, `.${NAME}.1.draft`), '');

    await outboxFolder(folder).send(outgoingEmail());

    expect(readdirSync(folder)).toEqual([NAME]);
    expect(readMessage(read(NAME)).text).toBe('Dear Contoso,\n');
  });

  test('a draft left after its file was named is tidied away by the next send', async () => {
    writeFileSync(join(folder, NAME), 'delivered');
    writeFileSync(join(folder, `.${NAME}.0.draft`), 'delivered');

    await outboxFolder(folder).send(outgoingEmail());

    expect(readdirSync(folder)).toEqual([NAME]);
    expect(read(NAME)).toBe('delivered');
  });
});

describe('a folder that cannot be written', () => {
  test('says so where a file is in its place', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');

    await expect(outboxFolder(file).send(outgoingEmail())).rejects.toThrow(
      `Cannot write e-mail "520f2fe3-2750-5099-91fe-031126184686" to "${file}" because a file is in its place: move that file, or name another folder`,
    );
    await expect(outboxFolder(join(file, 'below')).send(outgoingEmail())).rejects.toThrow(
      'because a file is in its place',
    );
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'says so where permission is denied',
    async () => {
      chmodSync(folder, 0o500);

      await expect(outboxFolder(folder).send(outgoingEmail())).rejects.toThrow(
        'because permission is denied: let this user write there, or name another folder',
      );
    },
  );

  test.skipIf(process.platform === 'win32')(
    'shows nothing half-written when the disk takes only the beginning of a message',
    () => {
      const program = fileURLToPath(new URL('./send-large-email.ts', import.meta.url));

      const { stdout } = spawnSync(
        'sh',
        ['-c', `ulimit -f 64; exec "$0" "$@"`, process.execPath, program, folder],
        {
          encoding: 'utf8',
        },
      );

      expect(stdout).toContain('because the file would be larger than this process may write');
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});
