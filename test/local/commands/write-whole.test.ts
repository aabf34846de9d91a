import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { refuseUnwritable, writeWhole } from '../../../local/commands/write-whole.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'write-whole-'));
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

const folder = (): string => mkdtempSync(join(ROOT, 'folder-'));

test('the file takes the place of the one before, and nothing else is left', async () => {
  const path = join(folder(), 'report.html');
  writeFileSync(path, 'before');

  await writeWhole(path, 'after');

  expect(readFileSync(path, 'utf8')).toBe('after');
  expect(readdirSync(join(path, '..'))).toEqual(['report.html']);
});

test('what cannot be written leaves nothing behind', async () => {
  const path = join(folder(), 'report.html', 'below');
  writeFileSync(join(path, '..'), 'a file is no folder');

  await expect(writeWhole(path, 'after')).rejects.toThrow('ENOTDIR');

  expect(readdirSync(join(path, '..', '..'))).toEqual(['report.html']);
});

test('a link stays a link', async () => {
  const path = folder();
  writeFileSync(join(path, 'target.html'), 'before');
  symlinkSync('target.html', join(path, 'report.html'));

  await writeWhole(join(path, 'report.html'), 'after');

  expect(readlinkSync(join(path, 'report.html'))).toBe('target.html');
  expect(readFileSync(join(path, 'target.html'), 'utf8')).toBe('after');
});

test('a folder that is not there is told of beforehand', async () => {
  await expect(refuseUnwritable(join(folder(), 'missing', 'report.html'))).rejects.toThrow(
    'ENOENT',
  );
});

test('a folder in its place is refused', async () => {
  await expect(refuseUnwritable(folder())).rejects.toThrow('no file is in its place');
});

test('a new file in a folder is welcome', async () => {
  await expect(refuseUnwritable(join(folder(), 'report.html'))).resolves.toBeUndefined();
});
