import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Answers of an API as its documentation has them, where somebody keeps such a file beside the
 * project; they are not ours to keep in it.
 */
export function recordedExamples(name: string): string | undefined {
  for (let folder = resolve('.'); ; folder = dirname(folder)) {
    const path = join(folder, 'shared', 'data', 'apis', name);
    if (existsSync(path)) return readFileSync(path, 'utf8');
    if (folder === dirname(folder)) return undefined;
  }
}
