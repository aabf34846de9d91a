import { join } from 'node:path';
import { atMost, type Figure, type Part } from './figure.ts';
import { generateFolder } from './generate-folder.ts';
import { AS_OF } from './portfolio.ts';
import { type ChildRun, runScript } from './run-script.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const SIMULATE = import.meta.resolve('../../local/commands/simulate.ts');
const PULL = import.meta.resolve('./pull-folder.ts');

const INVOICES_EACH = 10;
const MOST_MEGABYTES = 512;
/** Ten times the customers may take ten times as long, and a fifth more. */
const MOST_TIMES_AS_LONG = 12;

type Runs = { readonly simulate: ChildRun; readonly pull: ChildRun };

/** A portfolio and one ten times as large, from CSV: each through a process of its own. */
export const portfolioMemory: Part = async ({ quick }) => {
  const customers = quick ? 20_000 : 100_000;
  const small = await measured(customers / 10);
  const large = await measured(customers);
  return [
    ...figuresOf('simulate one day', customers, small.simulate, large.simulate),
    ...figuresOf('pull the files source', customers, small.pull, large.pull),
  ];
};

const measured = (customers: number): Promise<Runs> =>
  inTemporaryFolder(async (folder) => {
    const data = join(folder, 'data');
    await generateFolder(data, { customers, invoicesEach: INVOICES_EACH, spendDays: 0 });
    const lines = join(folder, 'lines.jsonl');
    const simulate = await runScript(SIMULATE, ['--data', data, '--on', AS_OF, '--json', lines], {
      environment: { TMPDIR: folder, TMP: folder, TEMP: folder },
    });
    const pull = await runScript(PULL, [data, join(folder, 'staging'), AS_OF]);
    const expected = `${customers} customers, ${customers * INVOICES_EACH} invoices`;
    if (pull.printed !== expected)
      throw new Error(`Cannot measure a pull of ${expected} because it found ${pull.printed}`);
    return { simulate, pull };
  });

const figuresOf = (
  what: string,
  customers: number,
  small: ChildRun,
  large: ChildRun,
): readonly Figure[] => [
  atMost(`peak memory to ${what}`, large.peakMegabytes, MOST_MEGABYTES, {
    unit: 'MB',
    note: `${customers} customers, ${customers * INVOICES_EACH} invoices`,
  }),
  atMost(
    '  times the processor time of a tenth of them',
    large.processorSeconds / small.processorSeconds,
    MOST_TIMES_AS_LONG,
    { note: `took ${large.seconds.toFixed(1)} s and ${small.seconds.toFixed(1)} s` },
  ),
];
