import { existsSync } from 'node:fs';
import { unpackedBrowser } from './unpacked-browser.ts';

export type FoundBrowser = {
  readonly path: string;
  /** Libraries and fonts that a bare machine lacks, for the browser alone. */
  readonly env: Record<string, string>;
};

/** Where browsers of Chromium's kind are installed, by platform. */
const INSTALLED: Readonly<Record<string, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * The browser that the tests drive: the one in BROWSER_PATH; on Linux the one that `npm ci` brought,
 * so that a bare machine has one and every machine the same; else one that is installed.
 */
export async function findBrowser(): Promise<FoundBrowser | undefined> {
  const set = process.env['BROWSER_PATH'] ?? '';
  if (set !== '') return { path: set, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedBrowser();
  const path = INSTALLED[process.platform]?.find(existsSync);
  return path === undefined ? undefined : { path, env: {} };
}
