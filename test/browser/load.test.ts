import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type DeskApp, runSampleNight, startDesk } from './desk-app.ts';
import { hasNoBrowser, openBrowser } from './open-browser.ts';

describe.skipIf(hasNoBrowser)('loading the page', () => {
  let app: DeskApp;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startDesk(), openBrowser()]);
    await runSampleNight(app);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  test('breaks neither its own content policy nor WCAG 2.2 AA', async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));

    await page.goto(app.url);
    await page.getByRole('heading', { level: 1 }).or(page.getByRole('alert')).first().waitFor();

    expect(said.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test('takes a key out of the address at once', async () => {
    const page = await browser.newPage();

    await page.goto(`${app.url}/#key=${app.key}`);
    await page.waitForURL(/#\/portfolio$/);

    expect(page.url()).not.toContain(app.key);
  });
});
