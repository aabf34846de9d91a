import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type DeskApp, runSampleNight, startDesk } from './desk-app.ts';
import { hasNoBrowser, openBrowser } from './open-browser.ts';
import { openPage } from './open-page.ts';

const VIEWS = [
  { address: '#/portfolio', heading: 'Portfolio' },
  { address: '#/customers', heading: 'Customers' },
  { address: '#/customers/C-1006', heading: 'Morrengat Offshore Services B.V.' },
  { address: '#/customers/C-9999', heading: 'It is not there, or no longer.' },
  { address: '#/runs', heading: 'Nights' },
  { address: '#/runs/RUN', heading: 'Night of Tuesday, 17 March 2026' },
  { address: '#/runs/nonsense', heading: 'That did not work' },
  { address: '#/emails', heading: 'E-mails' },
  { address: '#/policy', heading: 'Policy' },
];

const BEFORE_ANY_NIGHT = [
  ['customers', 'No night yet'],
  ['runs', 'The timer starts one every night'],
  ['emails', 'No e-mails'],
  ['policy', 'The rules that the next night will follow'],
] as const;

/** What opens over a customer: the forms and a letter. */
const OPENED = [
  '.actions button',
  '#directory button',
  'button:text-is("Set budget")',
  '.lines button.link',
  '.actions button:last-child',
];

/** Too small for a finger, of what one presses on a phone; links within text are exempt. */
const SMALL = `[...document.querySelectorAll('button, select, input, summary, .nav a')]
  .filter((each) => each.checkVisibility() && !each.closest('.under'))
  .filter((each) => each.getBoundingClientRect().height < 43.5 && each.type !== 'checkbox')
  .map((each) => each.outerHTML)`;

describe.skipIf(hasNoBrowser)('every view', () => {
  let app: DeskApp;
  let browser: Browser;
  let runId = '';
  const found: string[] = [];
  beforeAll(async () => {
    [app, browser] = await Promise.all([startDesk(), openBrowser()]);
    await seenBeforeAnyNight();
    await runSampleNight(app);
    runId = (await app.live.runs.recent(1))[0]?.id ?? '';
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  /** What the first person sees who looks before a night has been. */
  const seenBeforeAnyNight = async (): Promise<void> => {
    const { page, errors } = await openPage(browser, app);
    await page.getByText('No night yet').waitFor();
    for (const [place, said] of BEFORE_ANY_NIGHT) {
      await page.goto(`${app.url}/#/${place}`);
      await page.getByText(said).waitFor();
      found.push(...(await violations(page)));
    }
    found.push(...errors);
    await page.context().close();
  };

  const shown = async (page: Page, address: string, heading: string): Promise<void> => {
    await page.goto(`${app.url}/${address.replace('RUN', runId)}`);
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await page.locator('.skeleton').waitFor({ state: 'detached' });
  };

  test('is there before any night has been, and says so', () => {
    expect(found).toEqual([]);
  });

  // Nothing but a table scrolls sideways, and a finger finds what to press.
  test.each([
    { colorScheme: 'light', screen: 'a desk', width: 1280 },
    { colorScheme: 'dark', screen: 'a phone', width: 320 },
  ] as const)('breaks no rule of WCAG 2.2 AA and fits, $colorScheme on $screen', async (each) => {
    const { page, errors } = await openPage(browser, app, each);
    const found: string[] = [];

    for (const { address, heading } of VIEWS) {
      await shown(page, address, heading);
      found.push(...(await violations(page)).map((text) => `${address} ${text}`));
      expect(await page.evaluate('document.documentElement.scrollWidth'), address).toBe(each.width);
      if (each.width === 320) expect(await page.evaluate(SMALL), address).toEqual([]);
    }
    await shown(page, '#/customers/C-1005', 'Drukkerij Vellenhof B.V.');
    for (const opened of OPENED) {
      await page.locator(opened).first().click();
      found.push(...(await violations(page)).map((text) => `${opened} ${text}`));
      await page.keyboard.press('Escape');
    }
    await shown(page, '#/policy', 'Policy');
    await page.locator('.menu > summary').click();
    found.push(...(await violations(page)).map((text) => `menu ${text}`));

    expect(found).toEqual([]);
    expect(errors.filter((text) => !/status of 40[04]/.test(text))).toEqual([]);
  });

  test('without a key the page asks for one, and refuses a wrong one', async () => {
    const page = await browser.newPage();
    await page.goto(app.url);
    await page.getByLabel('Key').fill('wrong');
    await page.getByRole('button', { name: 'Open' }).click();

    await page.getByText('That key does not open this app').waitFor();

    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Key').fill(app.key);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { level: 1, name: 'Portfolio' }).waitFor();
  });

  test('speaks Dutch and Swedish, and writes amounts as they do', async () => {
    const { page } = await openPage(browser, app, { locale: 'nl-NL' });
    await shown(page, '#/portfolio', 'Portefeuille');
    await page.getByText('dinsdag 17 maart 2026').waitFor();
    await page.getByText('€ 196.622').waitFor();

    await page.locator('summary').first().click();
    await page.locator('.menu select').first().selectOption('sv');

    await page.getByRole('heading', { level: 1, name: 'Portfölj' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('sv');
  });

  test('shows no subscriptions where no portal is set up', async () => {
    const { page } = await openPage(browser, app);
    const answered = page.waitForResponse(/subscriptions$/);

    await shown(page, '#/customers/C-1006', 'Morrengat Offshore Services B.V.');

    expect(await (await answered).json()).toMatchObject({ subscriptions: [], missing: 'portal' });
    await page.locator('#subscriptions').waitFor({ state: 'detached' });
  });

  test('says why in Dutch, and marks as English only what is', async () => {
    const { page } = await openPage(browser, app, { locale: 'nl-NL' });
    await shown(page, '#/portfolio', 'Portefeuille');
    expect(await page.locator('td [lang=nl]').count()).toBeGreaterThan(0);
    expect(await page.locator('td [lang=en]').count()).toBe(0);

    await shown(page, '#/customers/C-1025', 'Corvandel Industries N.V.');
    await page
      .getByText(
        'de oudste vervallen factuur INV-2601-1025-A is 45 dagen te laat; bellen volgt na dag 5',
      )
      .first()
      .waitFor();
    expect(await page.locator('.timeline [lang=nl]').count()).toBeGreaterThan(1);
    expect(await page.locator('.timeline [lang=en]').count()).toBe(0);

    await shown(page, '#/runs/RUN', 'Nacht van dinsdag 17 maart 2026');
    await page.getByText('is geen dag van de kalender').waitFor();
    await page.getByText('Opschorting voorgesteld').first().waitFor();
    expect(await page.locator('main [lang=en]').count()).toBe(0);
  });

  test('names are sorted from A at first, and amounts from the highest', async () => {
    const { page } = await openPage(browser, app);
    await shown(page, '#/customers', 'Customers');

    await page.getByRole('button', { name: 'Customer', exact: true }).click();
    await page.waitForURL(/sort=name&order=ascending$/);
    await page.getByRole('button', { name: 'Exposure', exact: true }).click();

    await page.waitForURL(/sort=exposure&order=descending$/);
  });

  test('is reached by keyboard alone: the first stop skips to the content', async () => {
    const { page } = await openPage(browser, app);
    await shown(page, '#/portfolio', 'Portfolio');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  test('prints without what one can only click', async () => {
    const { page } = await openPage(browser, app);
    await shown(page, '#/portfolio', 'Portfolio');

    await page.emulateMedia({ media: 'print' });

    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Start a night' }).isVisible()).toBe(false);
    expect(await page.getByRole('table', { name: 'Highest exposure' }).isVisible()).toBe(true);
  });
});
