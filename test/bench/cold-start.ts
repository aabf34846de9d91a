import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { APP_FOLDER, buildApp } from '../../local/build-app.ts';
import { type Figure, inSeconds, median, type Part, shown } from './figure.ts';
import { runScript } from './run-script.ts';

const LOAD = import.meta.resolve('./load-built-app.ts');
const STARTS = 5;
/** Loading reads the settings; nothing is connected to yet. */
const SETTINGS = { environment: { AzureWebJobsStorage: 'UseDevelopmentStorage=true' } };

/** What every wake-up of a worker pays, and what there is to load. */
export const coldStart: Part = async () => {
  await buildApp();
  const readyMs: number[] = [];
  for (let start = 0; start < STARTS; start += 1)
    readyMs.push(Number((await runScript(LOAD, [APP_FOLDER], SETTINGS)).printed));
  return [
    shown(
      'cold start: loading the built app',
      `${inSeconds(median(readyMs))} (median of ${STARTS})`,
    ),
    await dependencies(),
  ];
};

const Lock = z.object({
  packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })),
});
const Manifest = z.object({ dependencies: z.record(z.string(), z.string()) });

async function dependencies(): Promise<Figure> {
  const lock = Lock.parse(
    JSON.parse(await readFile(join(APP_FOLDER, 'package-lock.json'), 'utf8')),
  );
  const manifest = Manifest.parse(
    JSON.parse(await readFile(join(APP_FOLDER, 'package.json'), 'utf8')),
  );
  const deployed = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  let bytes = 0;
  for (const [path] of deployed) bytes += await bytesIn(join(APP_FOLDER, path));
  const direct = Object.keys(manifest.dependencies).length;
  return shown(
    'deployed dependencies',
    `${direct} direct, ${deployed.length} in all, ${(bytes / 1024 ** 2).toFixed(0)} MB`,
  );
}

/** A package's own files: what lies in its node_modules is counted by itself. */
async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) bytes += (await stat(path)).size;
    else if (entry.isDirectory() && entry.name !== 'node_modules') bytes += await bytesIn(path);
  }
  return bytes;
}
