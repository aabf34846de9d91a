import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DeskApp, runSampleNight, startDesk } from './desk-app.ts';
import { HOSTILE, HOSTILE_ID, hostileData } from './hostile-data.ts';
import { hasNoBrowser, openBrowser } from './open-browser.ts';
import { openPage } from './open-page.ts';

/** What hostile text becomes where it is taken for more than text. The page has neither of its own. */
const INJECTED = `[...document.querySelectorAll('main :is(img, script, b), dialog :is(img, script, b), [onerror], [onload]')]
  .map((each) => each.outerHTML)`;

const LETTER = "document.querySelector('iframe')?.contentDocument";

const CUSTOMER = `#/customers/${encodeURIComponent(HOSTILE_ID)}`;

describe.skipIf(hasNoBrowser)('what sources, people and headers may say', () => {
  let app: DeskApp;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startDesk(hostileData()), openBrowser()]);
    await runSampleNight(app);
    await record('arrangements/a1', {
      kind: 'dispute',
      invoiceId: HOSTILE,
      from: '2026-03-17',
      reason: HOSTILE,
    });
    await record('budget', { currency: 'EUR', amount: '200', reason: HOSTILE });
    await record('directory', { tenantIds: [HOSTILE], accountingIds: [HOSTILE] });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const record = async (what: string, body: object): Promise<void> => {
    const id = `~${Buffer.from(HOSTILE_ID).toString('base64url')}`;
    const { status } = await fetch(`${app.url}/api/customers/${id}/${what}`, {
      method: 'PUT',
      headers: {
        'x-functions-key': app.key,
        'x-duewatch-user': encodeURIComponent(HOSTILE),
        'content-type': 'application/json',
        'if-none-match': '*',
      },
      body: JSON.stringify(body),
    });
    expect(status, what).toBe(201);
  };

  const sawText = async (page: Page, address: string, width: number): Promise<void> => {
    await page.goto(`${app.url}/${address}`);
    await page.locator('main').getByText('onerror=top').first().waitFor({ state: 'attached' });
    await page.locator('.skeleton').waitFor({ state: 'detached' });
    expect(await page.evaluate(INJECTED), address).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth'), address).toBe(width);
  };

  test.each([
    { width: 1280, locale: 'en-GB' },
    { width: 390, locale: 'sv-SE' },
  ])('is text in every view, form and e-mail, and no view is wider: $width', async (each) => {
    const [run] = await app.live.runs.recent(1);
    const { page, errors } = await openPage(browser, app, each);
    page.on('dialog', (dialog) => {
      errors.push(dialog.message());
      void dialog.dismiss();
    });

    for (const place of ['portfolio', 'customers', `runs/${run?.id}`, 'emails', 'policy'])
      await sawText(page, `#/${place}`, each.width);
    await sawText(page, CUSTOMER, each.width);
    await page.locator('#directory').getByText(HOSTILE).first().waitFor();
    for (const button of await page.locator('.actions button, #directory button').all()) {
      await button.click();
      expect(await page.evaluate(INJECTED)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.locator('.lines button.link').first().click();
    await expect
      .poll(() => page.evaluate(`${LETTER}?.body?.textContent`), { timeout: 15_000 })
      .toContain(HOSTILE);
    expect(
      await page.evaluate(`${LETTER}.querySelectorAll('script, svg, [onerror], [onload]').length`),
    ).toBe(0);

    expect(errors).toEqual([]);
    expect(await page.evaluate('window.hasRun')).toBeUndefined();
  });
});
