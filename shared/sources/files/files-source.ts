import type { Source } from '../../run/pull/source.ts';
import type { Folder } from '../folders/folder.ts';
import type { FileCounts } from '../staging/file-counts.ts';
import { stagedReading } from '../staging/staged-reading.ts';
import { stageFolder } from './stage-folder.ts';

/** A data folder as a source of a run. */
export function filesSource(folder: Folder, { stagingFolder }: { stagingFolder: string }): Source {
  return {
    name: 'files',
    location: folder.location,

    async open() {
      const staged = await stageFolder(folder, { stagingFolder });
      const reading = stagedReading(staged, {
        newestAt: staged.newestFileAt,
        incomplete: incompleteText(staged.files),
      });
      return { ...reading, identities: () => staged.identities() };
    },
  };
}

function incompleteText(files: readonly FileCounts[]): string | undefined {
  const reasons = files.flatMap(({ file, rows, rejected, isWhole }) => {
    if (!isWhole && rows === 1) return [`${file} could not be read`];
    if (!isWhole) return [`${file} could not be read to the end`];
    return rows > 0 && rejected === rows ? [`no row of ${file} could be read`] : [];
  });
  return reasons.length === 0 ? undefined : reasons.join(', ');
}
