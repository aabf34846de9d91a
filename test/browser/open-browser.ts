import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

const found = await findBrowser();

/** True where there is nothing to drive: these tests are then left out, and it is said loudly. */
export const hasNoBrowser = found === undefined;

if (hasNoBrowser)
  process.stderr.write(
    '\n*** The page is NOT tested in a browser: none was found. Install Chrome, Edge or Chromium, or set BROWSER_PATH to one. ***\n\n',
  );

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--font-render-hinting=none',
];

export async function openBrowser(): Promise<Browser> {
  if (found === undefined) throw new Error('Cannot open a browser because none was found');
  const { path, env } = found;
  return chromium.launch({ executablePath: path, args: FLAGS, env: { ...process.env, ...env } });
}
