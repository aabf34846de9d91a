import { expect, test } from 'vitest';
import { UnavailableError } from '../../../shared/run/errors.ts';
import { failingFast } from '../../../shared/sources/http/failing-fast.ts';

/** Asked at these minutes; `answers` is what comes, in turn. */
async function asked(minutes: readonly number[], answers: readonly (string | Error)[]) {
  let at = 0;
  let count = 0;
  const ask = failingFast(
    async () => {
      const answer = answers[count] ?? 'more';
      count += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    () => new Date(at),
  );
  const told: unknown[] = [];
  for (const minute of minutes) {
    at = minute * 60_000;
    told.push(await ask(undefined).catch((error: unknown) => error));
  }
  return { told, count };
}

test('who has just not answered is not asked again for five minutes', async () => {
  const down = new UnavailableError('down');

  const { told, count } = await asked([0, 1, 4, 5], [down, 'up']);

  expect(told).toEqual([down, down, down, 'up']);
  expect(count).toBe(2);
});

test('a refusal is of one question alone', async () => {
  const no = new TypeError('no');

  const { told } = await asked([0, 1], [no, 'yes']);

  expect(told).toEqual([no, 'yes']);
});
