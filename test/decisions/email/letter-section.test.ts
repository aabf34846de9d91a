import { expect, test } from 'vitest';
import { composeLetter } from '../../../shared/decisions/email/compose-letter.ts';
import {
  aNight,
  aNotice,
  anAccount,
  aPolicy,
  factsOf,
  openInvoice,
  sums,
  tables,
  texts,
} from '../night-builders.ts';

const invoices = [openInvoice(), openInvoice({ invoiceId: 'INV-8', open: 50_000 })];
const dispute = { kind: 'dispute', from: '2026-03-01', currency: 'EUR' };
const promise = { ...dispute, kind: 'promise', invoiceId: 'INV-8' };

test.each([
  {
    agreed: { ...dispute, invoiceId: 'INV-8' },
    asked: ['4,200.00 EUR'],
    text: 'Not asked for here: 500.00 EUR of INV-8 (disputed)',
    because: 'the whole invoice is disputed',
  },
  {
    agreed: { ...dispute, invoiceId: 'INV-8', minorUnits: 20_000 },
    asked: ['4,200.00 EUR', '300.00 EUR'],
    text: 'Not asked for here: 200.00 EUR of INV-8 (disputed)',
    because: 'the rest of it is undisputed',
  },
  {
    agreed: { ...dispute, minorUnits: 430_000 },
    asked: ['400.00 EUR'],
    text: 'Not asked for here: 4,200.00 EUR of INV-7 (disputed), 100.00 EUR of INV-8 (disputed)',
    because: 'a dispute about no invoice takes its amount once, from the oldest',
  },
  {
    agreed: { ...dispute, invoiceId: 'INV-8', until: '2026-03-17' },
    asked: ['4,200.00 EUR', '500.00 EUR'],
    text: 'Amount to pay: 4,700.00 EUR',
    because: 'a dispute no longer holds on its until day',
  },
  {
    agreed: { ...dispute, invoiceId: 'INV-8', from: '2026-03-18' },
    asked: ['4,200.00 EUR', '500.00 EUR'],
    text: 'Amount to pay: 4,700.00 EUR',
    because: 'this night does not see tomorrow',
  },
  {
    agreed: { ...promise, until: '2026-03-17' },
    asked: ['4,200.00 EUR'],
    text: 'Not asked for here: 500.00 EUR of INV-8 (promised by 17 March 2026)',
    because: 'a promise waits through its until day',
  },
  {
    agreed: { ...promise, until: '2026-03-16' },
    asked: ['4,200.00 EUR', '500.00 EUR'],
    text: 'Amount to pay: 4,700.00 EUR',
    because: 'the promise is broken',
  },
  {
    agreed: { ...dispute, kind: 'hold', invoiceId: 'INV-8' },
    asked: ['4,200.00 EUR'],
    text: 'Not asked for here: 500.00 EUR of INV-8 (on hold)',
    because: 'the invoice is on hold',
  },
])('$text: $because', ({ agreed, asked, text }) => {
  const letter = composeLetter(aNight(), factsOf(invoices, [agreed]), invoices, aPolicy());

  expect(tables(letter)[0]?.map((row) => row[2])).toEqual(asked);
  expect([...texts(letter), ...sums(letter)]).toContain(text);
});

const withCourtesyNote = aPolicy({
  dunning: {
    default: {
      stages: [
        { name: 'soon', afterDays: -7, letter: 'courtesy' },
        { name: 'sooner', afterDays: 2, since: 'previous-stage' },
        { name: 'reminder', afterDays: 3 },
      ],
    },
  },
});

test.each([
  { days: 0, stage: 'reminder', listed: false, because: 'the due date itself is not late' },
  { days: 1, stage: 'reminder', listed: true, because: 'one day is, whatever the stage' },
  { days: -7, stage: 'soon', listed: true, because: 'its courtesy note starts at -7' },
  { days: -8, stage: 'soon', listed: false, because: 'its own note comes tomorrow' },
])('at $days days past due an invoice is listed at $stage: $listed, as $because', (row) => {
  const both = [openInvoice(), openInvoice({ invoiceId: 'INV-9', daysPastDue: row.days })];
  const night = aNight({ notices: [aNotice({ stage: row.stage })] });

  const letter = composeLetter(night, factsOf(both), both, withCourtesyNote);

  expect(tables(letter)[0]?.some(([id]) => id?.startsWith('INV-9 '))).toBe(row.listed);
});

test('a stage reached before anything is due is about what is open', () => {
  const early = [openInvoice({ daysPastDue: -5 })];
  const night = aNight({ notices: [aNotice({ stage: 'sooner', letter: 'courtesy' })] });

  const letter = composeLetter(night, factsOf(early), early, withCourtesyNote);

  expect(tables(letter)[0]?.map((row) => row[1])).toEqual(['22 Mar 2026']);
  expect(texts(letter)[1]).toContain('the invoices below are open.');
});

test('what the policy tolerates is not asked for', () => {
  const policy = aPolicy({ dunning: { default: { tolerance: { EUR: '0.10' } } } });
  const withCents = [openInvoice(), openInvoice({ invoiceId: 'INV-9', open: 10 })];

  const letter = composeLetter(aNight(), factsOf(withCents), withCents, policy);

  expect(tables(letter)[0]).toHaveLength(1);
});

test('twenty invoices that are not asked for are named, and the others counted', () => {
  const many = Array.from({ length: 30 }, (_, each) => openInvoice({ invoiceId: `D-${each}` }));
  const disputes = many.slice(1).map(({ invoiceId }) => ({ ...dispute, invoiceId }));

  const letter = composeLetter(aNight(), factsOf(many, disputes), many, aPolicy());

  expect(texts(letter).find((text) => text.startsWith('Not asked for'))).toMatch(/ and 9 more$/);
});

test('unapplied credit is taken off once, and shown', () => {
  const night = aNight({ accounts: [anAccount({ unapplied: 20_000 })] });

  const letter = composeLetter(night, factsOf(invoices), invoices, aPolicy());

  expect(sums(letter)).toEqual([
    'Total: 4,700.00 EUR',
    'Less your unapplied credit: -200.00 EUR',
    'Amount to pay: 4,500.00 EUR',
  ]);
});

test('an invoice that the facts do not have cannot be asked for', () => {
  expect(() => composeLetter(aNight(), factsOf([]), [openInvoice()], aPolicy())).toThrow(
    'Cannot ask for invoice "INV-7" because the facts do not have it',
  );
});
