import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { APP_FOLDER } from '../build-app.ts';
import { UsageError } from '../commands/usage-error.ts';

/** What runs in Azure besides packages: the compiled app, and what its page serves as it is. */
const DEPLOYED = [
  'dist/**/*.js',
  'host.json',
  'package.json',
  'package-lock.json',
  'page/*.{html,svg}',
  'page/styles/*.css',
];

/** Copies the app as it was built, and nothing of its sources, tests and tools. */
export async function copyApp(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const files = globSync(DEPLOYED, { cwd: APP_FOLDER });
  for (const part of new Set(files.map(dirname)))
    await mkdir(join(folder, part), { recursive: true });
  await Promise.all(files.map((file) => copyFile(join(APP_FOLDER, file), join(folder, file))));
}

/** What the lock file pins, without what only development needs; no package runs a script. */
const INSTALL = ['ci', '--omit=dev', '--ignore-scripts', '--no-bin-links', '--no-audit'];

/** Installs the packages that the app runs on. Throws UsageError where npm cannot. */
export async function installPackages(folder: string): Promise<void> {
  const npm = spawn('npm', [...INSTALL, '--no-fund', '--loglevel=error'], {
    cwd: folder,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(npm.stderr), once(npm, 'close')]);
  if (code === 0) return;
  throw new UsageError(
    `Cannot install the packages in "${folder}" because npm ended with ${code}: mend what it says and start again\n${said}`,
  );
}

/** How many files a folder holds, and how many megabytes they are. */
export async function sizeOf(folder: string): Promise<{ files: number; megabytes: number }> {
  const paths = globSync('**', { cwd: folder });
  const sizes = await Promise.all(paths.map((path) => fileSize(join(folder, path))));
  const files = sizes.filter((size) => size !== undefined);
  const bytes = files.reduce((sum, size) => sum + size, 0);
  return { files: files.length, megabytes: Math.ceil(bytes / 1_000_000) };
}

async function fileSize(path: string): Promise<number | undefined> {
  const found = await stat(path);
  return found.isFile() ? found.size : undefined;
}
