import { describe, expect, test } from 'vitest';
import { sampleNights } from '../../../local/mail/sample-nights.ts';
import { composeDigest } from '../../../shared/decisions/email/compose-digest.ts';
import { addToDigest, digestTally } from '../../../shared/decisions/email/digest-tally.ts';
import { emailRenderer } from '../../../shared/effects/email/render-email.ts';
import { CustomerId } from '../../../shared/ledger/customer.ts';
import { digestOf } from '../../decisions/email/digest-of.ts';
import { aNight, aNotice, TONIGHT } from '../../decisions/night-builders.ts';
import { largeDigest } from './large-digest.ts';

const renderer = emailRenderer('https://duewatch.kestrel.example');

describe('a digest of many customers', () => {
  test.each([50, 200, 1_000])('of %i is short enough to be shown whole', async (customers) => {
    const { html, attachments } = await renderer.render(largeDigest(customers));

    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(attachments.length).toBeLessThanOrEqual(8);
    expect(attachments.reduce((sum, { content }) => sum + content.length, 0)).toBeLessThan(40_000);
  });

  test('says how many it does not show, and that everybody is counted', async () => {
    const { subject } = largeDigest(1_000);
    const { text } = await renderer.render(largeDigest(1_000));
    const shown = text.match(/^\* /gm)?.length ?? 0;

    expect(subject).toMatch(/^1,000 customers need attention: /);
    expect(shown).toBeGreaterThan(20);
    expect(text).toContain(`and ${1_000 - shown} more`);
  });
});

test('a digest whose every list is long is shown whole, and its news gives way last', async () => {
  const tally = digestTally('account-manager');
  for (let at = 0; at < 2_000; at += 1) {
    const night = sampleNights('en')[at % 5];
    if (night === undefined) throw new Error('Cannot happen: there are five');
    const { customer } = night;
    const customerId = CustomerId.parse(`C-${at}`);
    const name = `${customer.name} ${at}`;
    addToDigest(tally, { ...night, customer: { ...customer, customerId, name } });
  }
  const digest = composeDigest({ email: 'ana@kestrel.example' }, tally, TONIGHT);
  if (digest === undefined) throw new Error('Cannot happen: there is news');

  const { html, text } = await renderer.render(digest);

  expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  const shown = text.match(/^\* /gm)?.length ?? 0;
  expect(shown).toBeGreaterThanOrEqual(15);
  expect(text).toContain(`and ${(1_200 - shown).toLocaleString('en')} more`);
});

test('a picture of spend is a PNG of twice the size it is shown at', async () => {
  const { html, attachments } = await renderer.render(largeDigest(2));
  const [chart] = attachments;
  const bytes = Buffer.from(chart?.content ?? []);

  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001A\n');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([560, 88]);
  expect(html).toContain(
    `<img src="cid:${chart?.contentId}" width="280" height="44" alt="Spend per day`,
  );
});

test('two findings about one customer show its money, budget and picture once', async () => {
  const trends = [
    { currency: 'EUR', from: '2026-03-01', amounts: [1, 2, 3, 4, 5, 6, 7], usual: 4 },
  ];
  const budgets = [
    {
      currency: 'EUR',
      month: '2026-03',
      budget: 100_000,
      spent: 112_000,
      percent: 112,
      crossed: 100,
    },
  ];
  const exposure = [
    {
      ...{ currency: 'EUR', overdue: 0, notDue: 500_000, uninvoiced: 0, forecastRemainder: 0 },
      total: 500_000,
    },
  ];
  const notices = ['100', '120'].map((stage) => aNotice({ key: stage, kind: 'budget', stage }));
  const digest = digestOf(
    { email: 'ana@kestrel.example', role: 'account-manager' },
    [aNight({ accounts: [], budgets, trends, notices, exposure })],
    TONIGHT,
  );
  if (digest === undefined) throw new Error('Cannot happen: there is news');

  const { text, attachments } = await renderer.render(digest);

  expect(text.match(/^\* Contoso: /gm)).toHaveLength(2);
  expect(text.match(/of the March 2026 budget/g)).toHaveLength(1);
  expect(text.match(/5,000\.00 EUR at risk/g)).toHaveLength(1);
  expect(attachments).toHaveLength(1);
});
