import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';

export type PageFile = {
  readonly bytes: Buffer;
  readonly type: string;
};

/** Every file of the page by its name below `assets/<version>/`. What is not listed is not served. */
export type PageFiles = {
  /** Changes with any of the files, so that each address holds one content for ever. */
  readonly version: string;
  readonly index: PageFile;
  readonly assets: ReadonlyMap<string, PageFile>;
};

/** Libraries that the page's modules import, served as their packages ship them. */
const VENDOR: Readonly<Record<string, string>> = {
  'vendor/lit-html.js': 'node_modules/lit-html/lit-html.js',
  'vendor/uplot.js': 'node_modules/uplot/dist/uPlot.esm.js',
  'vendor/uplot.css': 'node_modules/uplot/dist/uPlot.min.css',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Reads the page of the app in that folder: its styles, its compiled modules, its libraries. */
export function readPageFiles(appFolder: string): PageFiles {
  const assets = new Map<string, PageFile>();
  const add = (name: string, path: string): void => {
    assets.set(name, { bytes: readFileSync(path), type: TYPES[extname(name)] ?? '' });
  };
  addFolder(join(appFolder, 'page'), '**/*.{css,svg,html}', add);
  addFolder(join(appFolder, 'dist', 'page'), '**/*.js', add);
  for (const [name, path] of Object.entries(VENDOR)) add(name, join(appFolder, path));

  const version = versionOf(assets);
  const index = assets.get('index.html');
  if (index === undefined)
    throw new Error(
      `Cannot serve the page because "${join(appFolder, 'page', 'index.html')}" is missing: deploy the folder page/ with the app`,
    );
  assets.delete('index.html');
  return { version, index: filledIn(index, version, assets), assets };
}

/** The folder of the app, above the compiled file as well as above its source. */
export function appFolderAbove(folder: string): string {
  if (existsSync(join(folder, 'host.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('Cannot find the app because no folder has a host.json');
  return appFolderAbove(above);
}

function addFolder(folder: string, pattern: string, add: (name: string, path: string) => void) {
  for (const name of globSync(pattern, { cwd: folder }).toSorted())
    add(name.split(sep).join('/'), join(folder, name));
}

function versionOf(assets: ReadonlyMap<string, PageFile>): string {
  const hash = createHash('sha256');
  for (const [name, { bytes }] of assets) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex').slice(0, 12);
}

/** Names the version, and asks for all modules of the first view at once instead of link by link. */
function filledIn({ bytes, type }: PageFile, version: string, assets: PageFiles['assets']) {
  const preloads = [...importedFrom('main.js', assets)]
    .map((name) => `<link rel="modulepreload" href="/assets/${version}/${name}">`)
    .join('\n    ');
  const text = bytes
    .toString()
    .replaceAll('{version}', version)
    .replace('<!-- preloads -->', preloads);
  return { bytes: Buffer.from(text), type };
}

function importedFrom(
  name: string,
  assets: PageFiles['assets'],
  seen: Set<string> = new Set(),
): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = assets.get(name)?.bytes.toString() ?? '';
  for (const [, path = ''] of text.matchAll(/^(?:import|export|\}) .*?from '(\.[^']+)';$/gm))
    importedFrom(new URL(path, `file:///${name}`).pathname.slice(1), assets, seen);
  return seen;
}
