import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 150;

/** Goes from stop to stop with the Tab key until it is there: what it cannot reach, nobody can. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const focused = target.and(page.locator(':focus'));
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Cannot reach ${target} by keyboard: ${MOST_STOPS} stops were not it`);
}

export async function enter(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

/** Into a field that is reached, in place of what stands there. */
export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** How a day is typed differs from browser to browser; that its field is reached does not. */
export async function pickDay(page: Page, target: Locator, day: string): Promise<void> {
  await reach(page, target);
  await target.fill(day);
}
