import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { APP_FOLDER } from '../../local/build-app.ts';
import { type Figure, type Part, shown } from './figure.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** What a night on one machine needs of a checkout. */
const CHECKOUT = [
  'functions',
  'host.json',
  'local',
  'package.json',
  'page',
  'sample',
  'shared',
  'tsconfig.build.json',
  'tsconfig.json',
];

/** The first night over the sample after `npm ci`, nothing built yet, and the one after it. */
export const newcomer: Part = () =>
  inTemporaryFolder(async (folder) => {
    for (const name of CHECKOUT)
      await cp(join(APP_FOLDER, name), join(folder, name), { recursive: true });
    await symlink(join(APP_FOLDER, 'node_modules'), join(folder, 'node_modules'), 'junction');
    return [...(await night('first', folder)), ...(await night('second', folder))];
  });

async function night(which: string, folder: string): Promise<readonly Figure[]> {
  const startedAt = performance.now();
  const { AzureWebJobsStorage: _storage, ...env } = process.env;
  const child = spawn('npm', ['run', 'nightly', '--silent'], {
    cwd: folder,
    env,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, said, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  const seconds = (performance.now() - startedAt) / 1000;
  if (code === 2)
    throw new Error(`Cannot measure a newcomer's night because it ended with 2: ${said}`);
  const [, parts = ''] = /^took [^:]*: (.*)$/m.exec(printed) ?? [];
  return [
    shown(`npm run nightly over sample, ${which} night`, `${seconds.toFixed(2)} s`),
    shown('  of which, in seconds', longParts(parts)),
  ];
}

/** Parts that took a tenth of a second and more. */
const longParts = (parts: string): string =>
  parts
    .split(', ')
    .map((part) => part.replace(/ s$/, ''))
    .filter((part) => Number(part.split(' ').at(-1)) >= 0.1)
    .join(', ');
