import { CustomerId } from '../../ledger/customer.ts';
import type { Source } from '../../run/ports.ts';
import type { Folder } from '../folders/folder.ts';
import { stageCosts } from './stage-costs.ts';
import type { CostCounts } from './staged-costs.ts';

/** A folder of FOCUS exports, or of Azure's own cost files, as a source of a run. */
export function focusSource(folder: Folder, { stagingFolder }: { stagingFolder: string }): Source {
  return {
    name: 'focus',
    isSpendOnly: true,
    location: folder.location,

    async open() {
      const staged = await stageCosts(folder, { stagingFolder });
      const sum = (of: (counts: CostCounts) => number): number =>
        staged.files.reduce((total, counts) => total + of(counts), 0);
      return {
        customers: async (after, limit) => [
          ...staged.customers(after === undefined ? undefined : CustomerId.parse(after), limit),
        ],
        rejects: () => staged.rejects(),
        rejected: sum(({ rejected }) => rejected),
        duplicates: sum(({ duplicates }) => duplicates),
        newestAt: staged.newestAt,
        incomplete: incompleteText(staged.files),
        findings: staged.findings,
        close: () => staged.close(),
      };
    },
  };
}

function incompleteText(files: readonly CostCounts[]): string | undefined {
  const names = files.filter(({ isWhole }) => !isWhole).map(({ file }) => file);
  return names.length === 0 ? undefined : `${names.join(' and ')} could not be read to the end`;
}
