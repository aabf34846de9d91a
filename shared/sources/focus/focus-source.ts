import type { Source } from '../../run/pull/source.ts';
import type { Folder } from '../folders/folder.ts';
import type { FileCounts } from '../staging/file-counts.ts';
import { stagedReading } from '../staging/staged-reading.ts';
import { stageCosts } from './stage-costs.ts';

/** A folder of FOCUS exports, or of Azure's own cost files, as a source of a run. */
export function focusSource(folder: Folder, { stagingFolder }: { stagingFolder: string }): Source {
  return {
    name: 'focus',
    isSpendOnly: true,
    location: folder.location,

    async open() {
      const staged = await stageCosts(folder, { stagingFolder });
      return stagedReading(staged, {
        newestAt: staged.newestAt,
        incomplete: incompleteText(staged.files),
        findings: staged.findings,
      });
    },
  };
}

function incompleteText(files: readonly FileCounts[]): string | undefined {
  const names = files.filter(({ isWhole }) => !isWhole).map(({ file }) => file);
  return names.length === 0 ? undefined : `${names.join(' and ')} could not be read to the end`;
}
