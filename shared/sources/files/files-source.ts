import { CustomerId } from '../../ledger/customer.ts';
import type { Source } from '../../run/ports.ts';
import type { Folder } from '../folders/folder.ts';
import { stageFolder } from './stage-folder.ts';
import type { FileCounts } from './staged.ts';

/** A data folder as a source of a run. */
export function filesSource(folder: Folder, { stagingFolder }: { stagingFolder: string }): Source {
  return {
    name: 'files',
    location: folder.location,

    async open() {
      const staged = await stageFolder(folder, { stagingFolder });
      const sum = (of: (counts: FileCounts) => number): number =>
        staged.files.reduce((total, counts) => total + of(counts), 0);
      return {
        customers: async (after, limit) => [
          ...staged.customers(after === undefined ? undefined : CustomerId.parse(after), limit),
        ],
        rejects: () => staged.rejects(),
        rejected: sum(({ rejected }) => rejected),
        duplicates: sum(({ duplicates }) => duplicates),
        newestAt: staged.newestFileAt,
        incomplete: incompleteText(staged.files),
        close: () => staged.close(),
      };
    },
  };
}

function incompleteText(files: readonly FileCounts[]): string | undefined {
  const reasons = files.flatMap(({ file, rows, rejected, isWhole }) => {
    if (!isWhole) return [`${file} could not be read to the end`];
    return rows > 0 && rejected === rows ? [`no row of ${file} could be read`] : [];
  });
  return reasons.length === 0 ? undefined : reasons.join(', ');
}
