import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

export const APP_FOLDER = dirname(import.meta.dirname);

const STAMP = join(APP_FOLDER, 'dist', 'built-from');

/** The app does not compile, which is its developer's to mend. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Compiles the app as it is deployed, unless the last build was from these very sources. */
export async function buildApp(): Promise<void> {
  const sources = fingerprint();
  if (stampedWith() === sources) return;
  rmSync(join(APP_FOLDER, 'dist'), { recursive: true, force: true });
  await compile();
  writeFileSync(STAMP, sources);
}

async function compile(): Promise<void> {
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
  const child = spawn(
    process.execPath,
    [join(dirname(compiler), 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
    { cwd: APP_FOLDER, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0)
    throw new BuildError(`Cannot build the app because it does not compile:\n${said}`);
}

/** Paths, sizes and times: a file that went away counts, or the glob would still load its build. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(['{functions,page,shared}/**/*.ts', 'tsconfig*.json', 'package.json'], {
    cwd: APP_FOLDER,
  });
  for (const file of files.toSorted()) {
    const { size, mtimeMs } = statSync(join(APP_FOLDER, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function stampedWith(): string | undefined {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined;
  }
}
