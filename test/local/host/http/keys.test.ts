import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeys } from '../../../../local/host/http/keys.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duewatch-keys-'));
  file = join(folder, 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('keys stay from start to start, and a new function gets one', () => {
  const first = openKeys(file, ['a']);
  const second = openKeys(file, ['a', 'b']);

  expect(second).toEqual({ ...first, functions: { ...first.functions, b: expect.any(String) } });
  expect(openKeys(file, ['a'])).toEqual(second);
});

test('nobody else on the machine can read them', () => {
  openKeys(file, []);

  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('no two keys are the same, and none is short', () => {
  const { master, host, functions } = openKeys(undefined, ['a', 'b']);
  const keys = [master, host, ...Object.values(functions)];

  expect(new Set(keys).size).toBe(4);
  expect(keys.every((key) => key.length >= 40)).toBe(true);
});

test('keys that cannot be read are not replaced', () => {
  writeFileSync(file, '{"master":');

  expect(() => openKeys(file, [])).toThrow(`Cannot read the keys in "${file}"`);
  expect(readFileSync(file, 'utf8')).toBe('{"master":');
});
