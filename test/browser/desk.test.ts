import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type DeskApp, runSampleNight, startDesk } from './desk-app.ts';
import { enter, pickDay, reach, type } from './keyboard.ts';
import { hasNoBrowser, openBrowser } from './open-browser.ts';
import { openPage } from './open-page.ts';

const LETTER = "document.querySelector('iframe').contentDocument";
const CHART_WIDTH =
  "document.querySelector('iframe')?.contentDocument?.querySelector('img')?.naturalWidth";

const HOSTILE = [
  '<img src="x" onerror="top.hasRun = true">',
  '<svg onload="top.hasRun = true"></svg>',
  '<script>top.hasRun = true</script>',
  '<iframe srcdoc="<script>top.hasRun = true</script>"></iframe>',
].join('');

describe.skipIf(hasNoBrowser)("a credit controller's morning, by keyboard", () => {
  let app: DeskApp;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    [app, browser] = await Promise.all([startDesk(), openBrowser()]);
    await runSampleNight(app);
    ({ page, errors } = await openPage(browser, app));
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const goTo = (place: string): Promise<void> =>
    enter(page, page.getByRole('navigation').getByRole('link', { name: place }));

  const startedElsewhere = async (asOf: string): Promise<void> => {
    const headers = { 'x-functions-key': app.key, 'content-type': 'application/json' };
    const body = JSON.stringify({ asOf });
    const { status } = await fetch(`${app.url}/api/runs`, { method: 'POST', headers, body });
    expect(status).toBe(202);
  };

  test('the key is out of the address, and opens the portfolio', async () => {
    await page.getByRole('heading', { level: 1, name: 'Portfolio' }).waitFor();

    expect(page.url()).not.toContain(app.key);
    await page.getByText('€196,622').waitFor();
    await page.locator('#morning').getByText('Suspension proposed: decide').waitFor();
    await page.locator('#morning').getByText('Promise broken').waitFor();
  });

  test('a night that is started is seen to finish', async () => {
    await enter(page, page.getByRole('button', { name: 'Start a night' }));
    await pickDay(page, page.getByLabel('Day'), '2026-03-18');
    await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Start a night' }));

    await page
      .getByRole('heading', { level: 1, name: 'Night of Wednesday, 18 March 2026' })
      .waitFor();
    await page.getByText('28 of 28 customers evaluated').waitFor();
    await page.getByRole('heading', { name: 'What it decided otherwise' }).waitFor();
    await page.getByText('than the night of Tuesday, 17 March 2026').waitFor();
    await page.getByRole('table', { name: 'Rejected rows' }).getByText('2026-04-31').waitFor();
  });

  test('the most overdue customer is the first of the list', async () => {
    await goTo('Customers');
    const customers = page.getByRole('table', { name: 'Customers' });
    await customers.waitFor();

    await reach(page, page.getByLabel('Currency'));
    await page.keyboard.type('EUR');
    await customers.getByRole('row').nth(1).getByText('Corvandel').waitFor();
    await type(page, page.getByLabel('Search'), 'drukkerij');
    await page.getByText(/^1 shown of/).waitFor();
    await enter(page, page.getByRole('link', { name: 'Drukkerij Vellenhof B.V.' }));

    await page.getByRole('heading', { level: 1, name: 'Drukkerij Vellenhof B.V.' }).waitFor();
    await page.getByRole('table', { name: 'Open invoices' }).getByText('INV-2602-1005').waitFor();
  });

  test('a promise is recorded, and tomorrow is another: the stage waits for it', async () => {
    const tomorrow = page.locator('#tomorrow');
    await tomorrow.getByText('What the night of Thursday, 19 March 2026 would decide').waitFor();
    expect(await tomorrow.textContent()).not.toContain('promise');

    await enter(page, page.getByRole('button', { name: 'Promise', exact: true }));
    await pickDay(page, page.getByLabel('Promised by'), '2026-03-25');
    const reason = 'Called; <img src=x onerror=top.hasRun=1> pays next week';
    await type(page, page.getByLabel('Reason'), reason);
    await enter(page, page.getByRole('button', { name: 'Record', exact: true }));

    await page.getByText('Promise: recorded').waitFor();
    await tomorrow.getByText('promise').first().waitFor();
    const arrangements = page.locator('section', { hasText: 'Arrangements' }).last();
    await arrangements.getByText(reason).waitFor();
    await page.locator('.timeline').getByText(reason).waitFor();
  });

  test('what somebody else has changed meanwhile is shown, and not written over', async () => {
    const other = await openPage(browser, app);
    await other.page.goto(page.url());
    await other.page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await other.page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
    await other.page.getByText('Promise: ended').waitFor();

    await page.getByRole('dialog').getByRole('button', { name: 'End' }).click();

    await page.getByText('Somebody else changed this meanwhile').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('over', { exact: true }).waitFor();
    await other.page.context().close();
  });

  test('a budget that is set stands on the page', async () => {
    await page.getByRole('button', { name: 'Set budget' }).click();
    await page.getByRole('textbox', { name: /Amount/ }).fill('750');
    await page.getByRole('dialog').getByRole('button', { name: 'Set budget' }).click();

    await page.getByText('Budget: set').waitFor();
    await page.getByText('€750.00 a month, set by key').waitFor();
    await enter(page, page.getByRole('button', { name: 'Remove the budget in EUR' }));
    await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Remove' }));
    await page.getByText('Budget: removed').waitFor();
    await page.getByText('€750.00 a month, set by key').waitFor({ state: 'detached' });
  });

  test('who the customer is elsewhere is entered once, and not over what another entered', async () => {
    const other = await openPage(browser, app);
    await other.page.goto(page.url());
    const card = page.locator('#directory');
    await card.getByText('Nobody has said').waitFor();
    await other.page.locator('#directory').getByText('Nobody has said').waitFor();

    await enter(page, card.getByRole('button', { name: 'Change' }));
    await type(page, page.getByLabel('Tenants in Partner Center'), 'tenant-1\n<b>tenant-2</b>');
    await enter(page, page.getByRole('button', { name: 'Record', exact: true }));
    await card.getByText('<b>tenant-2</b>').waitFor();
    await other.page.locator('#directory').getByRole('button', { name: 'Change' }).click();
    await other.page.getByLabel('Customers in the accounts').fill('DEB-7');
    await other.page.getByRole('button', { name: 'Record', exact: true }).click();

    await other.page.getByText('Somebody else changed this meanwhile').waitFor();
    await other.page.locator('#directory').getByText('<b>tenant-2</b>').waitFor();
    await other.page.context().close();
    await enter(page, card.getByRole('button', { name: 'Leave it to the sources' }));
    await enter(page, page.getByRole('dialog').getByRole('button', { name: 'Leave it' }));
    await card.getByText('Nobody has said').waitFor();
  });

  test('the list is found again by the back button as it was left, and by its address', async () => {
    await goTo('Portfolio');
    await enter(page, page.getByRole('table', { name: 'Dunning ladder' }).getByText('Reminder'));
    const reminded = page.getByRole('link', { name: 'Bakkerij Korrelaar & Zonen' });
    await reminded.waitFor();
    await page.getByLabel('Showing').selectOption('over-budget');
    await page.getByText('Nobody matches').waitFor();

    await page.goBack();
    await reminded.click();
    await page.getByRole('link', { name: 'All customers' }).click();
    await reminded.waitFor();

    expect(new URL(page.url()).hash).toBe('#/customers?stage=reminder&currency=EUR');
    expect(await page.getByLabel('Stage').inputValue()).toBe('reminder');
  });

  test('another tab has the key of this one, and forgets it with this one', async () => {
    const other = await page.context().newPage();
    await other.goto(`${app.url}/#/runs`);
    await other.getByRole('heading', { level: 1, name: 'Nights' }).waitFor();

    await other.locator('.menu > summary').click();
    await other.getByRole('button', { name: 'Forget the key' }).click();

    await page.getByLabel('Key').waitFor();
    await other.getByLabel('Key').fill(app.key);
    await other.getByRole('button', { name: 'Open' }).click();
    await other.getByRole('heading', { level: 1, name: 'Nights' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    await other.close();
  });

  test("a colleague's night is seen to run, and what it found when the connection is back", async () => {
    await goTo('Nights');
    await startedElsewhere('2026-03-19');
    await goTo('Portfolio');
    await page.getByText('A night is running, started by key').waitFor();

    await page.route('**/changes', (route) => route.abort());
    await enter(page, page.getByRole('link', { name: 'Watch it' }));
    await page.getByText('What you see may be old').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute('**/changes');

    await page.getByRole('heading', { name: 'What it decided otherwise' }).waitFor();
    await page.getByText('What you see may be old').waitFor({ state: 'detached' });
  });

  test('an alert is read with its chart', async () => {
    await goTo('E-mails');
    await page.getByLabel('Night').selectOption({ label: 'Tuesday, 17 March 2026' });
    await page
      .getByRole('button', { name: /^Brådskande: Tallmyra/ })
      .first()
      .click();

    await expect.poll(() => page.evaluate(CHART_WIDTH), { timeout: 30_000 }).toBeGreaterThan(200);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a letter is read as it looks, and nothing in it runs', async () => {
    await goTo('E-mails');
    await page.getByLabel('Night').selectOption({ label: 'Tuesday, 17 March 2026' });
    await page.getByLabel('Status').selectOption('accepted');
    await page.waitForLoadState('networkidle');
    await page
      .getByRole('button', { name: /Laatste aanmaning/ })
      .first()
      .click();

    await expect
      .poll(() => page.evaluate(`${LETTER}.body.textContent`), { timeout: 30_000 })
      .toContain('Met vriendelijke groet');
    const complained = errors.length;
    await page.evaluate(`${LETTER}.body.innerHTML = ${JSON.stringify(HOSTILE)}`);
    await page.waitForTimeout(300);
    expect(await page.evaluate('window.hasRun')).toBeUndefined();
    expect(errors.splice(complained).join()).toContain('Content Security Policy');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('the aging is exported as CSV', async () => {
    await goTo('Portfolio');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      enter(page, page.getByRole('button', { name: 'Aging as CSV' })),
    ]);

    const csv = await readFile(await file.path(), 'utf8');
    expect(file.suggestedFilename()).toBe('aging-2026-03-19.csv');
    expect(csv.split(',')[0]).toBe('\ufeffcustomerId');
    expect(csv).toContain('C-1025');
  });

  test('a draft of the policy is checked, and tried on the last night', async () => {
    await goTo('Policy');
    const editor = page.getByLabel('Policy as JSON');
    const text = await editor.inputValue();
    await editor.fill('{ "dunning": { "default": { "stages": [{ "nam": "x" }] } } }');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('This policy cannot be used yet').waitFor();

    await editor.fill(text.replace('"afterDays": 21', '"afterDays": 29'));
    await page.getByRole('button', { name: 'Preview on the last night' }).click();

    await page.getByText('preview of a draft').waitFor();
    await page.getByText('Final notice → Second notice').first().waitFor();
  });

  test('nothing was complained of', () => {
    expect(errors.filter((text) => !/status of 4(12|01)|ERR_FAILED/.test(text))).toEqual([]);
  });
});
