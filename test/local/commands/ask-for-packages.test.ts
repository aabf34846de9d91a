import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './run-command.ts';

const FIRST = import.meta.resolve('../../../local/commands/cache-compiled.js');
const INSTALL = 'run npm ci, as after every git pull\n';

/** Runs a program as npm run nightly and the others run theirs. */
function run(program: string, name = 'command.mjs') {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, program);
  return spawnSync(process.execPath, ['--import', FIRST, path], { encoding: 'utf8' });
}

test.each([
  { program: "import 'not-there';", name: 'not-there', how: 'before anything runs' },
  { program: "await import('@who/not-there/deep');", name: '@who/not-there', how: 'later' },
  {
    program: "import m from 'node:module'; m.createRequire(import.meta.url)('not-there');",
    name: 'not-there',
    how: 'by require',
  },
])('a package that is not installed is told of in one line: $how', ({ program, name }) => {
  const { status, stderr } = run(program);

  expect(stderr).toBe(`Cannot run this because the package ${name} is not installed: ${INSTALL}`);
  expect(status).toBe(2);
});

test('a Node that cannot read the command asks for the one that npm brings', () => {
  const { status, stderr } = run('', 'command.unknown');

  expect(stderr).toBe(`Cannot run this because no packages are installed: ${INSTALL}`);
  expect(status).toBe(2);
});

test.each([
  { program: "import './not-there.js';", says: 'ERR_MODULE_NOT_FOUND' },
  { program: "throw new TypeError('x is not a function');", says: 'at ' },
])('what no installation mends keeps its stack: $program', ({ program, says }) => {
  const { status, stderr } = run(program);

  expect(stderr).toContain(says);
  expect(stderr).not.toContain('npm ci');
  expect(status).toBe(1);
});
