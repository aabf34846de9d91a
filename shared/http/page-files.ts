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
};

/** One after the other they are `page.css`: what comes later has the last word. */
const STYLES: readonly string[] = [
  'node_modules/uplot/dist/uPlot.min.css',
  ...['tokens', 'base', 'shell', 'parts', 'views', 'print'].map(
    (name) => `page/styles/${name}.css`,
  ),
];

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
  addFolder(join(appFolder, 'page'), '*.{svg,html}', add);
  addFolder(join(appFolder, 'dist', 'page'), '**/*.js', add);
  for (const [name, path] of Object.entries(VENDOR)) add(name, join(appFolder, path));
  const styles = STYLES.map((path) => readFileSync(join(appFolder, path)));
  assets.set('page.css', { bytes: Buffer.concat(styles), type: TYPES['.css'] ?? '' });

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

/** What is needed first comes first: it asks the API while the rest is still on its way. */
const FIRST = ['main.js', 'open.js'];

/** Names the version, and asks for all modules of the first view at once instead of link by link. */
function filledIn({ bytes, type }: PageFile, version: string, assets: PageFiles['assets']) {
  const modules = new Set<string>();
  for (const name of FIRST) importedFrom(name, assets, modules);
  const preloads = [...modules]
    .map((name) => `<link rel="modulepreload" href="/assets/${version}/${name}">`)
    .join('\n    ');
  const text = bytes
    .toString()
    .replaceAll('{version}', version)
    .replace('<!-- preloads -->', preloads);
  return { bytes: Buffer.from(text), type };
}

function importedFrom(name: string, assets: PageFiles['assets'], seen: Set<string>): void {
  if (seen.has(name)) return;
  seen.add(name);
  const text = assets.get(name)?.bytes.toString() ?? '';
  for (const [, path = ''] of text.matchAll(/^(?:import|export|\}) .*?from '(\.[^']+)';$/gm))
    importedFrom(new URL(path, `file:///${name}`).pathname.slice(1), assets, seen);
}
