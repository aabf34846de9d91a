import { expect, test } from 'vitest';
import { cannotReadData } from '../../../local/storage/storage-error.ts';

test('data that cannot be read are the reason to begin anew', () => {
  expect(cannotReadData('/state', new Error('not a database')).message).toBe(
    'Cannot open the state folder "/state" because what is saved in it cannot be read (not a database): start with --fresh or pass another --state',
  );
});

test('a package that is missing is no reason to empty the state', () => {
  const error = Object.assign(new Error("Cannot find module 'azurite'\nRequire stack:\n- a.ts"), {
    code: 'MODULE_NOT_FOUND',
  });

  expect(cannotReadData('/state', error).message).toBe(
    `Cannot open the state folder "/state" because a package of its storage is not installed (Cannot find module 'azurite'): run npm ci`,
  );
});
