import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Demo } from '../../local/demo/demo.ts';
import { violations } from './axe.ts';
import { type DeskApp, runSampleNight, startDemoDesk } from './desk-app.ts';
import { hasNoBrowser, openBrowser } from './open-browser.ts';
import { openPage } from './open-page.ts';

const CUSTOMER = '#/customers/K-1001';

describe.skipIf(hasNoBrowser)("a customer's subscriptions", () => {
  let demo: Demo;
  let app: DeskApp;
  let browser: Browser;
  beforeAll(async () => {
    [{ demo, app }, browser] = await Promise.all([startDemoDesk(), openBrowser()]);
    await runSampleNight(app, demo.day);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await demo?.stop();
  });

  test('are shown as Partner Center has them, and fit a phone', async () => {
    const { page, errors } = await openPage(browser, app, { width: 320, locale: 'nl-NL' });
    await page.goto(`${app.url}/${CUSTOMER}`);
    const card = page.locator('#subscriptions');

    await card.getByRole('heading', { name: 'Abonnementen' }).waitFor();
    await card.getByText('25 licenties · vastgelegd tot en met 9 jan 2027').waitFor();

    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(errors).toEqual([]);
  });

  test('that cannot be had leave the rest as it is, and are had when asked for again', async () => {
    const { page } = await openPage(browser, app);
    await page.route('**/subscriptions', (route) => route.abort());
    await page.goto(`${app.url}/${CUSTOMER}`);
    const card = page.locator('#subscriptions');

    await card.getByText('The app does not answer.').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.getByRole('heading', { name: 'Open invoices' }).isVisible()).toBe(true);
    await page.unroute('**/subscriptions');
    await card.getByRole('button', { name: 'Try again' }).click();

    await card.getByText('M365 BB').waitFor();
  });
});
