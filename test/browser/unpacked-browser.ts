import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { APP_FOLDER } from '../../local/build-app.ts';
import type { FoundBrowser } from './find-browser.ts';

const PACKAGE = join(APP_FOLDER, 'node_modules', '@sparticuz', 'chromium', 'package.json');
const CACHE = join(APP_FOLDER, 'node_modules', '.cache', 'duewatch-browser');

/** The browser of the npm package, unpacked once per version. */
export async function unpackedBrowser(): Promise<FoundBrowser> {
  const manifest: unknown = JSON.parse(await readFile(PACKAGE, 'utf8'));
  const folder = join(CACHE, z.object({ version: z.string() }).parse(manifest).version);
  if (!existsSync(folder)) await unpack(folder);
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/**
 * The package unpacks to where TMPDIR points, with the libraries that its own kind of machine lacks
 * where it is told to be on one. Done aside and moved whole, so that nobody sees half of it.
 */
async function unpack(folder: string): Promise<void> {
  const aside = `${folder}.${process.pid}`;
  await mkdir(aside, { recursive: true });
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack-package.ts')], {
    env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  });
  await writeFile(join(aside, 'fonts.conf'), fontsIn(join(folder, 'fonts', 'fonts')));
  try {
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`;
