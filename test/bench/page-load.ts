import type { Browser, Request } from 'playwright-core';
import { type DeskApp, runSampleNight, startDesk } from '../browser/desk-app.ts';
import { hasNoBrowser, openBrowser } from '../browser/open-browser.ts';
import { atMost, median, type Part, shown } from './figure.ts';

const LOADS = 7;
const MOST_KB = 150;
const MOST_MS = 1_000;

/** The page's first load by a browser that has nothing of it yet, over the sample. */
export const pageLoad: Part = async () => {
  if (hasNoBrowser) return [shown('first load of the page', 'not measured: no browser was found')];
  const [app, browser] = await Promise.all([startDesk(), openBrowser()]);
  try {
    await runSampleNight(app);
    const loads: Load[] = [];
    for (let load = 0; load < LOADS; load += 1) loads.push(await firstLoad(browser, app));
    const requests = median(loads.map((load) => load.requests));
    return [
      atMost('first load of the page, compressed', median(loads.map(({ kb }) => kb)), MOST_KB, {
        unit: 'kB',
        note: `${requests} requests, the API's answers among them`,
      }),
      atMost('portfolio visible, locally', median(loads.map(({ ms }) => ms)), MOST_MS, {
        unit: 'ms',
        note: `median of ${LOADS}`,
      }),
    ];
  } finally {
    await browser.close();
    await app.stop();
  }
};

type Load = { readonly kb: number; readonly requests: number; readonly ms: number };

async function firstLoad(browser: Browser, { url, key }: DeskApp): Promise<Load> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  const startedAt = performance.now();
  await page.goto(`${url}/#key=${key}`, { waitUntil: 'commit' });
  await page.getByRole('table', { name: 'Highest exposure' }).waitFor();
  const ms = performance.now() - startedAt;
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  const bytes = sizes.reduce(
    (sum, { responseBodySize, responseHeadersSize }) =>
      sum + responseBodySize + responseHeadersSize,
    0,
  );
  await context.close();
  return { kb: bytes / 1000, requests: requests.length, ms };
}
