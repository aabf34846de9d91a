import { expect, test } from 'vitest';
import { run } from './run-command.ts';

test('parts.ts is what npm run templates writes', async () => {
  expect(await run('templates', ['--check'])).toMatchObject({ code: 0, stderr: '' });
});
