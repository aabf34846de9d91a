import { describe, expect, test } from 'vitest';
import { reportPage } from '../../../../local/simulate/report/report-page.ts';
import { facts, invoice, payment, policy } from '../../../builders.ts';
import { replayedPortfolio } from '../replayed-portfolio.ts';

const stages = (afterDays: number, name = 'reminder') => [
  { name, afterDays, tell: ['account-manager', 'customer'] },
];
const mild = policy({ stages: stages(5) });
const hard = policy({ stages: stages(2) });

const customers = [
  facts({
    customer: { name: '<script>alert(1)</script> & "Söhne"' },
    invoices: [invoice(), invoice({ invoiceId: 'INV-2', currency: 'JPY', minorUnits: 1_200 })],
    payments: [payment({ paidOn: '2026-03-12', minorUnits: 10_000 })],
  }),
  facts({
    customer: { customerId: 'C-2', name: 'שלום \u202Egnp.exe' },
    invoices: [invoice({ invoiceId: 'INV-3' })],
  }),
];

const one = reportPage(await replayedPortfolio(customers, [mild]));
const two = reportPage(await replayedPortfolio(customers, [mild, hard]));

const occurrences = (text: string, of: RegExp): number => [...text.matchAll(of)].length;

describe.each([
  { name: 'the report of one policy', html: one },
  { name: 'the report of two', html: two },
])('$name', ({ html }) => {
  test('shows names of others as they are, never as markup', () => {
    expect(html).toContain(
      '<bdi>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Söhne&quot;</bdi>',
    );
    expect(html).toContain('<bdi>שלום \\u202Egnp.exe</bdi>');
    expect(html).toContain('<bdi>&lt;b&gt;</bdi>');
    expect(html).not.toMatch(/<script|\u202E|<b>/i);
  });

  test('fetches nothing, runs nothing, and forbids both', () => {
    const links = html.replaceAll(/ xmlns(?::xlink)?="[^"]*"/g, '');

    expect(links).not.toMatch(/https?:|\bsrc=|\bhref=|@import|url\((?!#)| on\w+=/);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });

  test('has its charts in words and its figures in tables', () => {
    const charts = occurrences(html, /<figure>/g);

    expect(charts).toBeGreaterThan(6);
    expect(occurrences(html, /role="img" aria-label="[^"]{40,}"/g)).toBe(charts);
    expect(occurrences(html, /<figure>[\s\S]*?<table>[\s\S]*?<\/figure>/g)).toBe(charts);
    expect(occurrences(html, /<svg aria-hidden="true"/g)).toBe(2 * charts);
  });

  test('has headers with a scope in every table, and a caption', () => {
    expect(html).not.toMatch(/<th(?! scope="(?:col|row)")[ >]/);
    expect(occurrences(html, /<caption>[^<]+<\/caption>/g)).toBe(occurrences(html, /<table>/g));
  });

  test('closes what it opens', () => {
    expect(unclosed(html)).toEqual([]);
  });

  test('says each metric with its definition', () => {
    expect(html).toMatch(/<th scope="row">DSO<\/th><td class="figure">[\d.]+ days<\/td>/);
    expect(html).toContain('Receivables ÷ sales of the last 3 months × 90 days');
  });

  test('has the figures of the last night, each currency by itself', () => {
    expect(html).toContain('<dd>100.00 EUR<small>overdue: 100.00 EUR</small></dd>');
    expect(html).toContain('<dd>1,200 JPY<small>overdue: 1,200 JPY</small></dd>');
    expect(html).toContain('<dd>1<small>of 3 rows; 0 duplicates</small></dd>');
  });
});

test('the report of one policy has no sides to compare', () => {
  expect(one).not.toContain('under A');
  expect(one).toContain('<h1>Replay of mild.json</h1>');
});

test('the report of two says who hears what, and when, under each', () => {
  expect(two).toContain('<h1>mild.json beside hard.json</h1>');
  expect(two).toContain(
    '<td><span class="day">2026-03-06</span> <bdi>reminder</bdi> <span class="muted">to account-manager, customer</span></td>' +
      '<td><span class="day">2026-03-03</span> <bdi>reminder</bdi> <span class="muted">to account-manager, customer</span></td>' +
      '<td>3 days sooner</td>',
  );
});

test('a policy beside itself makes no difference', async () => {
  const same = reportPage(await replayedPortfolio(customers, [mild, mild]));

  expect(same).toContain('None: both say the same to everybody, on the same days.');
});

test('one night, nobody who owes, and no letter still make a report', async () => {
  const empty = reportPage(await replayedPortfolio([facts()], [mild], 1));

  expect(empty).toContain('Nobody owed anything.');
  expect(empty).toContain('Nothing to draw: every figure is zero.');
  expect(unclosed(empty)).toEqual([]);
});

test('the same replay is the same report', async () => {
  const again = reportPage(await replayedPortfolio(customers, [mild, hard]));

  expect(again.replaceAll(/zr\d+/g, 'zr')).toBe(two.replaceAll(/zr\d+/g, 'zr'));
});

/** Tags that are opened and not closed in their turn, of a page that names no optional ones. */
function unclosed(html: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name = '', end] of html.matchAll(/<(\/?)([a-z][\w-]*)[^>]*?(\/?)>/g)) {
    if (end === '/' || name === 'meta') continue;
    if (slash === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  return open;
}
