import type { Browser, Page } from 'playwright-core';
import type { DeskApp } from './desk-app.ts';

type Opened = {
  readonly page: Page;
  /** What the browser complained of: the content policy, a script, an answer. */
  readonly errors: string[];
};

type Wanted = {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly locale?: string;
};

type Address = Pick<DeskApp, 'url'> & Partial<Pick<DeskApp, 'key'>>;

/** The page as somebody opens it who has the key, or is signed in, in a browser of their own. */
export async function openPage(
  browser: Browser,
  { url, key }: Address,
  { colorScheme = 'light', width = 1280, locale = 'en-GB' }: Wanted = {},
): Promise<Opened> {
  const context = await browser.newContext({
    acceptDownloads: true,
    colorScheme,
    locale,
    reducedMotion: 'reduce',
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(key === undefined ? url : `${url}/#key=${key}`);
  if (key !== undefined) await page.waitForURL(/#\/portfolio$/);
  return { page, errors };
}
