import { describe, expect, test } from 'vitest';
import { amount } from '../../../local/business-central/fake-books.ts';
import { faultsAtRandom, faultsInTurn } from '../../../local/fakes/faults.ts';
import { accountsOf } from '../../../shared/evaluation/accounts.ts';
import { SourceError, UnavailableError } from '../../../shared/run/errors.ts';
import { day } from '../../builders.ts';
import { allOf, DEBTORS, fakeAccess } from './fake-access.ts';

const openOf = (facts: Parameters<typeof accountsOf>[0]): number =>
  accountsOf(facts, day('2026-03-17')).reduce(
    (sum, { invoices, unapplied }) =>
      sum + invoices.reduce((open, each) => open + each.open, 0) - unapplied,
    0,
  );

const cents = (value: unknown): number =>
  Math.round(Number(String(value).replaceAll('#', '')) * 100);

describe('books in Business Central', () => {
  test('every customer owes what its balance says, to the cent', async () => {
    await using books = await fakeAccess();
    const reading = await books.source.open();

    const all = await allOf(reading);
    reading.close();

    expect(all.map(({ customer }) => customer.customerId)).toEqual(
      books.fake.books.customers.map(({ number }) => number),
    );
    expect(all.map(openOf)).toEqual(
      books.fake.books.customerFinancialDetails.map(({ balance }) => cents(balance)),
    );
  });

  test('a page is asked for by its link, and few rows are too few calls to matter', async () => {
    await using books = await fakeAccess();
    (await books.source.open()).close();

    const lists = books.fake.calls.map(({ url }) => url.pathname.split('/').at(-1));
    expect(lists.filter((list) => list === 'customers')).toHaveLength(2);
    expect(
      books.fake.calls.every(({ headers }) => headers['prefer'] === 'odata.maxpagesize=4'),
    ).toBe(true);
  });

  test('who a customer is, is told by number, id and domain', async () => {
    await using books = await fakeAccess();
    const reading = await books.source.open();

    const [first] = await Array.fromAsync(reading.identities?.() ?? []);
    reading.close();

    expect(first).toEqual({
      id: '10000',
      name: 'ADATUM',
      accountingIds: ['10000', books.fake.books.customers[0]?.['id']],
      domains: ['adatum.example'],
    });
  });

  test('drafts and what was cancelled are no debt', async () => {
    await using books = await fakeAccess();
    const [, open] = books.fake.books.salesInvoices;
    for (const status of ['Draft', 'In Review', 'Canceled', 'Corrective'])
      books.fake.books.salesInvoices.push({ ...open, number: `X-${status}`, status });

    const reading = await books.source.open();
    const [first] = await allOf(reading);
    reading.close();

    expect(first?.invoices.filter(({ invoiceId }) => invoiceId.startsWith('X-'))).toEqual([]);
  });

  test('a currency that is not named is the company’s own', async () => {
    await using books = await fakeAccess();
    const reading = await books.source.open();

    const all = await allOf(reading);
    reading.close();

    expect(books.fake.books.customers[0]?.['currencyCode']).toBe('');
    expect(all[0]?.customer.currency).toBe('EUR');
  });

  test('a row that cannot be read costs itself, and is told with its place', async () => {
    await using books = await fakeAccess();
    const [, open] = books.fake.books.salesInvoices;
    books.fake.books.salesInvoices.push(
      { ...open, number: 'BAD-1', remainingAmount: 'many' },
      { ...open, number: 'BAD-2', currencyCode: 'EURO' },
      { ...open, number: 'LOST', customerNumber: '99999', billToCustomerNumber: '99999' },
    );

    const reading = await books.source.open();
    const rejects = [...reading.rejects()];
    reading.close();

    expect(rejects).toMatchObject([
      { file: 'invoice', column: 'customerNumber', reason: 'names no customer: LOST' },
      { file: 'salesInvoices', column: 'remainingAmount' },
      {
        file: 'salesInvoices',
        column: 'currencyCode',
        reason: 'expected an ISO 4217 currency such as EUR',
      },
    ]);
    expect(reading.rejected).toBe(3);
  });

  test('a list of which nothing can be read is half a truth, and is said to be', async () => {
    await using books = await fakeAccess();
    for (const each of books.fake.books.salesInvoices) each['dueDate'] = 'soon';

    const reading = await books.source.open();
    reading.close();

    expect(reading.rejected).toBe(15);
    expect(reading.incomplete).toBe('no item of salesInvoices could be read');
  });

  test('journals of which none can be read are half a truth too: what they hold was paid', async () => {
    await using books = await fakeAccess();
    for (const each of books.fake.books.customerPaymentJournals) delete each['id'];

    const reading = await books.source.open();
    reading.close();

    expect(reading.incomplete).toBe('no item of customerPaymentJournals could be read');
  });

  test('a company without a currency, or a journal without an id, is told in plain words', async () => {
    await using books = await fakeAccess();
    books.fake.books.customerPaymentJournals.push({ code: 'ODD' });

    const reading = await books.source.open();
    const rejects = [...reading.rejects()];
    reading.close();
    books.fake.books.companyInformation.splice(0, 1, { id: 'x', currencyCode: 7 });

    expect(rejects).toMatchObject([{ file: 'customerPaymentJournals', line: 2, column: 'id' }]);
    await expect(books.source.open()).rejects.toThrow(SourceError);
  });

  test('who is billed owes, whoever it was sold to', async () => {
    await using books = await fakeAccess();
    const [, open] = books.fake.books.salesInvoices;
    books.fake.books.salesInvoices.push({ ...open, number: 'B-1', billToCustomerNumber: '10010' });

    const reading = await books.source.open();
    const all = await allOf(reading);
    reading.close();

    expect(all[1]?.invoices.map(({ invoiceId }) => invoiceId)).toContain('B-1');
    expect(all[0]?.invoices.map(({ invoiceId }) => invoiceId)).not.toContain('B-1');
  });

  test('a salesperson is the account manager of its customers, one who has left is nobody’s', async () => {
    await using books = await fakeAccess();

    const reading = await books.source.open();
    const all = await allOf(reading);
    reading.close();

    expect(all.map(({ customer }) => customer.accountManager).slice(0, 3)).toEqual([
      { name: 'Ana Vos', email: 'ana.vos@reseller.example' },
      undefined,
      undefined,
    ]);
    expect(reading.findings).toEqual([]);
  });

  test('an older Business Central, which lists no salespeople, is read all the same, and says so', async () => {
    await using books = await fakeAccess();
    books.fake.company.unknownLists.push('salespeoplePurchasers');

    const reading = await books.source.open();
    const all = await allOf(reading);
    reading.close();

    expect(all.every(({ customer }) => customer.accountManager === undefined)).toBe(true);
    expect(all).toHaveLength(DEBTORS.length);
    expect(reading.findings).toEqual([
      expect.stringMatching(/^customers have no account manager .* because the answer .* was 404/),
    ]);
  });

  test('a promised day and a dispute are arrangements of their invoice, settled ones are not', async () => {
    await using books = await fakeAccess();
    const [, second, third, , fifth] = books.fake.books.salesInvoices;
    Object.assign(second ?? {}, { promisedPayDate: '2026-03-25' });
    Object.assign(third ?? {}, { disputeStatus: 'REVIEW' });
    Object.assign(fifth ?? {}, { disputeStatus: 'Resolved' });

    const reading = await books.source.open();
    const all = await allOf(reading);
    reading.close();

    expect(all.map(({ arrangements }) => arrangements)).toMatchObject([
      [
        { kind: 'dispute', invoiceId: third?.['number'], reason: 'dispute status REVIEW' },
        { kind: 'promise', invoiceId: second?.['number'], until: '2026-03-25' },
      ],
      [],
      [],
      [],
      [],
    ]);
  });

  test('a balance above all invoices is told: its API has no list of what it is', async () => {
    await using books = await fakeAccess();
    const [details] = books.fake.books.customerFinancialDetails;
    if (details !== undefined) details['balance'] = amount(cents(details['balance']) + 5_000);

    const reading = await books.source.open();
    await allOf(reading);
    reading.close();

    expect(reading.findings).toEqual([
      'customer 10000 owes 50.00 EUR more than its open invoices say: finance charges and journal entries are in its balance, and in no list of the API',
    ]);
  });

  test('a token that expires in the midst is renewed once', async () => {
    await using books = await fakeAccess();
    books.fake.faults = faultsInTurn(undefined, undefined, 'expired-token');

    const reading = await books.source.open();
    expect(await allOf(reading)).toHaveLength(DEBTORS.length);
    reading.close();

    expect(books.fake.application.grants).toHaveLength(2);
  });

  test.each(Array.from({ length: 12 }, (_, number) => `seed ${number}`))(
    'with any fault at random, %s, everybody is read or the reading says that it failed',
    async (seed) => {
      await using books = await fakeAccess({}, { timeoutMs: 200 });
      books.fake.faults = faultsAtRandom(seed, 0.3);

      const told = await books.source.open().then(
        async (reading) => {
          const all = await allOf(reading);
          reading.close();
          return all;
        },
        (error: unknown) => error,
      );

      if (told instanceof UnavailableError) expect(told.message).toMatch(/^Cannot .* because/);
      else expect(told).toHaveLength(DEBTORS.length);
    },
  );
});

describe('a setting that is wrong', () => {
  test.each([
    [{ tenant: 'nobody.example' }, 'BUSINESS_CENTRAL_TENANT'],
    [{ clientId: '00000000-0000-4000-8000-000000000000' }, 'BUSINESS_CENTRAL_CLIENT_ID'],
    [{ secret: 'canary' }, 'BUSINESS_CENTRAL_CLIENT_SECRET'],
    [{ company: '00000000-0000-4000-8000-000000000000' }, 'BUSINESS_CENTRAL_COMPANY'],
    [{ environment: 'Sandbox' }, 'BUSINESS_CENTRAL_ENVIRONMENT'],
  ])('%o is named with what to set', async (over, setting) => {
    await using books = await fakeAccess(over);

    const error = await books.source.open().catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(SourceError);
    expect(String(error)).toContain(setting);
    expect(String(error)).not.toContain('canary');
  });

  test('an application without permission is told where to get it', async () => {
    await using books = await fakeAccess();
    books.fake.company.lacksPermission = true;

    await expect(books.source.open()).rejects.toThrow('Microsoft Entra Applications');
  });

  test('a sign-in that gives no answer is named, and is to be tried again', async () => {
    await using books = await fakeAccess({ loginUrl: 'http://127.0.0.1:65533' });

    const opened = books.source.open();

    await expect(opened).rejects.toThrow(
      new UnavailableError(
        'Cannot sign in to Business Central because of no answer from 127.0.0.1:65533 (ECONNREFUSED): try again later',
      ),
    );
    expect(books.retries).toContainEqual({
      what: 'sign in to Business Central',
      because: 'no answer from 127.0.0.1:65533 (ECONNREFUSED)',
    });
  });

  test('an expired secret is told as such', async () => {
    await using books = await fakeAccess();
    books.fake.application.isSecretExpired = true;

    await expect(books.source.open()).rejects.toThrow('has expired');
  });
});
