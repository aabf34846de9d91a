import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Demo } from '../../local/demo/demo.ts';
import { violations } from './axe.ts';
import { type DeskApp, runSampleNight, startDemoDesk } from './desk-app.ts';
import { hasNoBrowser, openBrowser } from './open-browser.ts';
import { openPage } from './open-page.ts';
import { type Platform, startPlatform } from './platform.ts';

const CUSTOMER = '#/customers/K-1001';

describe.skipIf(hasNoBrowser)('whom the platform has signed in', () => {
  let demo: Demo;
  let app: DeskApp;
  let platform: Platform;
  let browser: Browser;
  beforeAll(async () => {
    [{ demo, app }, browser] = await Promise.all([startDemoDesk(), openBrowser()]);
    [platform] = await Promise.all([startPlatform(app.url), runSampleNight(app, demo.day)]);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
    await app?.stop();
    await demo?.stop();
  });

  test("reads a customer's subscriptions as Partner Center has them, on a phone", async () => {
    platform.signIn('maud@lindequay.example', 'Duewatch.Reader');
    const { page, errors } = await openPage(browser, platform, { width: 320, locale: 'nl-NL' });
    await page.goto(`${platform.url}/${CUSTOMER}`);
    const card = page.locator('#subscriptions');

    await card.getByRole('heading', { name: 'Abonnementen' }).waitFor();
    await card.getByText('25 licenties · vastgelegd tot en met 9 jan 2027').waitFor();

    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(errors).toEqual([]);
  });

  test('sees the rest as it is without subscriptions, and has them by asking again', async () => {
    const { page } = await openPage(browser, platform);
    await page.route('**/subscriptions', (route) => route.abort());
    await page.goto(`${platform.url}/${CUSTOMER}`);
    const card = page.locator('#subscriptions');

    await card.getByText('The app does not answer.').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.getByRole('heading', { name: 'Open invoices' }).isVisible()).toBe(true);
    await page.unroute('**/subscriptions');
    await card.getByRole('button', { name: 'Try again' }).click();

    await card.getByText('M365 BB').waitFor();
  });

  test('needs no key; who only reads finds nothing to fill in or to start', async () => {
    platform.signIn('maud@lindequay.example', 'Duewatch.Reader');
    const { page, errors } = await openPage(browser, platform);
    await page.getByRole('heading', { level: 1, name: 'Portfolio' }).waitFor();
    await page.locator('.figures').waitFor();
    expect(await page.getByRole('button', { name: 'Start a night' }).count()).toBe(0);

    await page.goto(`${platform.url}/${CUSTOMER}`);
    await page.getByRole('heading', { name: 'Known elsewhere as' }).waitFor();

    for (const name of ['Promise', 'Hold', 'Evaluate now', 'Set budget', 'Change'])
      expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0);
    expect(errors).toEqual([]);
  });

  test('records under their own name, and signs out to where one signs in', async () => {
    platform.signIn('credit@lindequay.example', 'Duewatch.Admin');
    const { page } = await openPage(browser, platform);
    await page.goto(`${platform.url}/${CUSTOMER}`);
    await page.getByRole('button', { name: 'Hold', exact: true }).click();
    await page.getByLabel('Reason').fill('Moratorium');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.locator('.timeline').getByText('by credit@lindequay.example').first().waitFor();

    await page.locator('.menu > summary').click();
    await page.getByText('Signed in as credit@lindequay.example').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Sign out' }).click();

    const again = page.getByRole('link', { name: 'Sign in with your organisation' });
    await again.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await again.getAttribute('href')).toMatch(
      /^\/\.auth\/login\/aad\?post_login_redirect_uri=/,
    );
  });

  test('and has no role sees that, and whom to ask', async () => {
    platform.signIn('nobody@lindequay.example', 'Another.Role');
    const { page } = await openPage(browser, platform);

    await page.getByText('Your role does not allow this.').waitFor();

    expect(await violations(page)).toEqual([]);
  });
});
