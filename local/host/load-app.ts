import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { ProgrammingModel } from './core-types.ts';
import { HostError, reason } from './host-error.ts';
import type { Log } from './log-entry.ts';
import { openRegistry, programmingModel, type Registry, useRegistry } from './registry.ts';
import { supplyCore } from './supply-core.ts';

export type LoadedApp = { readonly registry: Registry; readonly model: ProgrammingModel };

const PackageJson = z.object({ name: z.string().optional(), main: z.string() });

let loads = 0;

/** Loads every file that `main` of the app's package.json names, in order, as the worker does. */
export async function loadApp(appFolder: string, log: Log): Promise<LoadedApp> {
  supplyCore();
  const files = entryFiles(appFolder);
  const registry = openRegistry(log);
  useRegistry(registry);
  loads += 1;
  for (const file of files) await loadFile(appFolder, file, loads);
  registry.isOpen = false;

  const model = programmingModel();
  if (model === undefined || registry.functions.size === 0)
    throw new HostError(
      `Cannot start the app in "${appFolder}" because none of its files registers a function: import '@azure/functions' only after the host has started`,
    );
  return { registry, model };
}

export function readPackage(appFolder: string): z.infer<typeof PackageJson> {
  const file = join(appFolder, 'package.json');
  try {
    return PackageJson.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new HostError(
      `Cannot start the app in "${appFolder}" because its package.json cannot be read: ${reason(error)}`,
      { cause: error },
    );
  }
}

function entryFiles(appFolder: string): string[] {
  const { main } = readPackage(appFolder);
  const files = globSync(main, { cwd: appFolder }).toSorted();
  if (files.length > 0) return files;
  throw new HostError(
    `Cannot start the app in "${appFolder}" because no file matches "${main}": build it first`,
  );
}

/** A process that starts an app again must run its files again, though the module is cached. */
async function loadFile(appFolder: string, file: string, load: number): Promise<void> {
  const { href } = pathToFileURL(join(appFolder, file));
  try {
    await import(load === 1 ? href : `${href}?load=${load}`);
  } catch (error) {
    throw new HostError(`Cannot load "${file}" of the app: ${reason(error)}`, { cause: error });
  }
}
