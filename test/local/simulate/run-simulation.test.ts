import { expect, test } from 'vitest';
import type { ReplayJob } from '../../../local/simulate/replay-part.ts';
import { replayPart } from '../../../local/simulate/replay-part.ts';
import { runSimulation } from '../../../local/simulate/run-simulation.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import { stageFolder } from '../../../shared/sources/files/stage-folder.ts';
import { directoryFolder } from '../../../shared/sources/folders/directory-folder.ts';
import { day, policy } from '../../builders.ts';
import { temporaryFolder } from '../../sources/files/data-folder.ts';

const DAYS = Array.from({ length: 150 }, (_, at) => addDays(day('2025-11-01'), at));
const TWO_POLICIES: ReplayJob = {
  days: DAYS,
  policies: [
    { name: 'mild.json', policy: policy() },
    { name: 'hard.json', policy: policy({ stages: [{ name: 'at-once', afterDays: 1 }] }) },
  ],
  measure: [day('2025-12-31'), day('2026-03-17')],
  wantsLines: true,
};

test('however many threads replay a portfolio, part by part, it comes to the same', async () => {
  const staged = await stageFolder(directoryFolder('sample'), {
    stagingFolder: temporaryFolder(),
  });
  const inParts = async (threads: number) => {
    const texts: string[] = [];
    const lines = {
      write: async (text: string) => void texts.push(text),
      isAbandoned: false,
      close: async () => undefined,
    };
    const done: number[] = [];
    const customers = { ids: staged.ids(), count: 28 };
    const onCustomers = (count: number) => void done.push(count);
    const options = { threads, lines, onCustomers };
    const simulation = await runSimulation(staged, customers, TWO_POLICIES, options);
    return { done, whole: { ...simulation, lines: texts.join('') } };
  };

  const whole = replayPart(staged.customers(undefined, 1_000), TWO_POLICIES);
  const [here, inThreads] = [await inParts(1), await inParts(2)];
  staged.close();

  expect(whole.lines.split('\n').length).toBeGreaterThan(8_000);
  expect(whole.comparison?.differing).toBeGreaterThan(10);
  expect(here).toEqual({ done: [3, 6, 9, 12, 15, 18, 21, 24, 27, 28], whole });
  expect(inThreads).toEqual(here);
});
