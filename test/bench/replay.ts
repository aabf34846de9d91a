import { join } from 'node:path';
import { addDays, CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { atMost, type Figure, type Part } from './figure.ts';
import { writeHistory } from './replay-history.ts';
import { runScript } from './run-script.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const SIMULATE = import.meta.resolve('../../local/commands/simulate.ts');
const FROM = CalendarDate.parse('2024-01-01');
const HISTORY = { from: FROM, months: 24, customers: 100 };
const NIGHTS = 730;
const MOST_SECONDS = 2;

/** Somebody turns a knob of the policy and looks again: start-up, replay and summary. */
export const replay: Part = () =>
  inTemporaryFolder(async (folder) => {
    const data = join(folder, 'data');
    await writeHistory(data, HISTORY);
    const policy = join(data, 'policy.json');
    const nights = ['--data', data, '--from', FROM, '--to', addDays(FROM, NIGHTS - 1)];
    const simulate = async (...more: readonly string[]): Promise<number> => {
      const environment = { TMPDIR: folder, TMP: folder, TEMP: folder };
      const { seconds } = await runScript(SIMULATE, [...nights, ...more], { environment });
      return seconds;
    };
    const first = await simulate();
    const again = Math.min(await simulate(), await simulate(), await simulate());
    const beside = await simulate('--policy', policy, '--policy', policy);
    const drawn = await simulate('--html', join(folder, 'report.html'));
    return [
      upTo(1.5 * MOST_SECONDS, 'simulate 24 months of 100 customers, read from CSV', first),
      upTo(MOST_SECONDS, '  once it was read', again),
      upTo(1.5 * MOST_SECONDS, '  under two policies', beside),
      upTo(1.5 * MOST_SECONDS, '  with a report', drawn),
    ];
  });

const upTo = (limit: number, what: string, seconds: number): Figure =>
  atMost(what, seconds, limit, { unit: 's' });
