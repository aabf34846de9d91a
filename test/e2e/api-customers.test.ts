import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ArrangementView, CustomerAnswer } from '../../shared/http/shapes/customer.ts';
import { EmailAnswer, EmailsAnswer } from '../../shared/http/shapes/emails.ts';
import { HistoryAnswer } from '../../shared/http/shapes/history.ts';
import { PortfolioAnswer } from '../../shared/http/shapes/portfolio.ts';
import { Dunning, RunChanges } from '../../shared/http/shapes/runs.ts';
import type { Answer } from './sent.ts';
import { type StartedApp, startedApp } from './started-app.ts';

const PROMISE = { kind: 'promise', from: '2026-03-17', until: '2026-03-25', reason: 'they called' };
const NEW = { 'if-none-match': '*' };

const BECAUSE = [
  {
    wanted: '',
    language: 'en',
    because: 'oldest overdue invoice INV-2601-1025-A is 45 days past due and call starts after 5',
  },
  {
    wanted: 'nl-BE,nl;q=0.9,en;q=0.8',
    language: 'nl',
    because:
      'de oudste vervallen factuur INV-2601-1025-A is 45 dagen te laat; bellen volgt na dag 5',
  },
  {
    wanted: 'fi, en;q=0.5, sv;q=0.7',
    language: 'sv',
    because:
      'den äldsta förfallna fakturan INV-2601-1025-A är 45 dagar försenad; ring upp gäller efter dag 5',
  },
  {
    wanted: 'fi',
    language: 'en',
    because: 'oldest overdue invoice INV-2601-1025-A is 45 days past due and call starts after 5',
  },
];

describe('a customer over HTTP', () => {
  let app: StartedApp;
  let night = '';
  beforeAll(async () => {
    app = await startedApp();
    night = await app.run({ asOf: '2026-03-17' });
    await app.settled();
  });
  afterAll(() => app.stop());

  const customer = async (id: string) =>
    CustomerAnswer.parse((await app.call('GET', `customers/${id}`)).body);
  const put = (path: string, body: object, headers: Record<string, string>): Promise<Answer> =>
    app.call('PUT', `customers/${path}`, { body, headers });
  const etagOf = ({ headers }: Answer): Record<string, string> => ({
    'if-match': headers.get('etag') ?? '',
  });

  test('shows what the books say and what the night made of it', async () => {
    const { accounts, invoices, asOf } = await customer('C-1025');

    expect(asOf).toBe('2026-03-17');
    expect(accounts).toMatchObject([{ currency: 'EUR', stage: 'call', overdue: '52494.45' }]);
    expect(invoices[0]).toMatchObject({ invoiceId: 'INV-2601-1025-A', bucket: '31-60' });
  });

  test.each(BECAUSE)('says why in the language asked for: $wanted', async ({ wanted, ...said }) => {
    const headers = wanted === '' ? {} : { 'accept-language': wanted };
    const answer = await app.call('GET', 'customers/C-1025', { headers });

    const { accounts, tomorrow } = CustomerAnswer.parse(answer.body);
    expect(accounts).toMatchObject([said]);
    expect(tomorrow?.accounts).toMatchObject([{ language: said.language }]);
    expect(answer.headers.get('content-language')).toBe(said.language);
    expect(answer.headers.get('vary')).toContain('accept-language');
  });

  test('says who moved, and what a run changed, in the language asked for', async () => {
    const headers = { 'accept-language': 'sv' };

    const portfolio = PortfolioAnswer.parse((await app.call('GET', 'portfolio', { headers })).body);
    const dunning = Dunning.parse((await app.call('GET', 'dunning', { headers })).body);
    const changes = await app.call('GET', `runs/${night}/changes`, { headers });
    const { notices } = RunChanges.parse(changes.body);

    const all = [portfolio.movements, dunning.movements, notices];
    expect(all.map(({ length }) => length > 0)).toEqual([true, true, true]);
    expect(new Set(all.flat().map(({ language }) => language))).toEqual(new Set(['sv']));
  });

  test('is found by its id in base64url too, as ids may hold what paths cannot', async () => {
    const key = Buffer.from('C-1025').toString('base64url');

    expect((await customer(`~${key}`)).customer.customerId).toBe('C-1025');
  });

  test('a promise changes what the next night would do, and is in the history', async () => {
    const before = await customer('C-1025');

    const saved = await put('C-1025/arrangements/p1', PROMISE, {
      ...NEW,
      'x-duewatch-user': 'Anna%20B%C3%B6k',
    });

    const after = await customer('C-1025');
    expect(saved.status).toBe(201);
    expect(before.tomorrow?.accounts).toMatchObject([{ from: 'call', stage: 'reminder' }]);
    expect(after.tomorrow?.accounts).toMatchObject([{ from: 'call', stage: 'call' }]);
    expect(after.tomorrow?.accounts[0]?.because).toContain('promise by 2026-03-25');
    expect(after.arrangements).toMatchObject([{ id: 'p1', source: 'people', isInForce: true }]);
    const { events } = HistoryAnswer.parse(
      (await app.call('GET', 'customers/C-1025/history')).body,
    );
    expect(events[0]).toMatchObject({ kind: 'promise-recorded', by: 'Anna Bök (key)' });
  });

  test('a change needs the ETag, and an old one is refused', async () => {
    const made = await put('C-1003/arrangements/h1', hold('talking'), NEW);
    const changed = await put('C-1003/arrangements/h1', hold('still talking'), etagOf(made));

    const again = await put('C-1003/arrangements/h1', hold('me too'), etagOf(made));
    const twice = await put('C-1003/arrangements/h1', hold('me too'), NEW);
    const without = await put('C-1003/arrangements/h1', hold('me too'), {});
    const endStale = await app.call('DELETE', 'customers/C-1003/arrangements/h1', {
      headers: etagOf(made),
    });

    expect([made, changed].map(({ status }) => status)).toEqual([201, 200]);
    expect([again, twice, without, endStale].map(({ status }) => status)).toEqual([
      412, 412, 428, 412,
    ]);
  });

  test('of ten who change it at once one succeeds', async () => {
    const made = await put('C-1005/arrangements/h1', hold('talking'), NEW);

    const all = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        put('C-1005/arrangements/h1', hold(`number ${at}`), etagOf(made)),
      ),
    );

    const statuses = all.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(9);
  });

  test('what is ended holds no longer, and its record stays', async () => {
    const made = await put('C-1007/arrangements/h1', hold('talking'), NEW);

    const ended = await app.call('DELETE', 'customers/C-1007/arrangements/h1', {
      headers: etagOf(made),
      body: { reason: 'agreed' },
    });

    expect(ArrangementView.parse(ended.body)).toMatchObject({ isInForce: false, endedBy: 'key' });
    expect((await customer('C-1007')).arrangements).toMatchObject([
      { id: 'h1', reason: 'talking' },
    ]);
  });

  test.each([
    { ...PROMISE, until: undefined, why: 'a promise names a day' },
    { ...PROMISE, until: '2026-03-16', why: 'it would be over before it begins' },
    { ...PROMISE, amount: '0', why: 'nothing is promised' },
    { ...PROMISE, invoiceId: 'INV-unknown', why: 'the customer has no such invoice' },
    { ...hold('x'), amount: '5', why: 'a hold has no amount' },
  ])('$kind until $until of $amount is refused: $why', async ({ why: _, ...body }) => {
    expect((await put('C-1003/arrangements/x', body, NEW)).status).toBe(422);
  });

  test('a budget set by a person stands before the one of the books', async () => {
    const body = { currency: 'JPY', amount: '500000', reason: 'agreed' };
    const saved = await put('C-1021/budget', body, NEW);

    await app.run({ asOf: '2026-03-17', customerId: 'C-1021' });

    const { budgets, budgetEntries } = await customer('C-1021');
    expect(saved.status).toBe(201);
    expect(budgets).toMatchObject([{ currency: 'JPY', budget: '500000' }]);
    const removed = await app.call('DELETE', 'customers/C-1021/budget/JPY', {
      headers: { 'if-match': budgetEntries[0]?.etag ?? '' },
    });
    expect(removed.status).toBe(200);
    expect((await customer('C-1021')).budgetEntries).toEqual([]);
  });

  test('a directory entry is made, read, and removed', async () => {
    const path = 'C-1021/directory';
    const made = await put(path, { tenantIds: ['t-1'], accountingIds: ['D-7'] }, NEW);
    const read = await app.call('GET', `customers/${path}`);
    const { directory } = await customer('C-1021');
    const removed = await app.call('DELETE', `customers/${path}`, { headers: etagOf(made) });

    expect([made.status, read.status, removed.status]).toEqual([201, 200, 200]);
    expect(read.body).toMatchObject({ tenantIds: ['t-1'], accountingIds: ['D-7'], by: 'key' });
    expect((await app.call('GET', `customers/${path}`)).status).toBe(404);
    expect(directory).toEqual(read.body);
    expect((await customer('C-1021')).directory).toBeNull();
  });

  test('the history says why in the language asked for, and of which stages', async () => {
    const headers = { 'accept-language': 'nl' };
    const answer = await app.call('GET', 'customers/C-1006/history', { headers });

    const { events } = HistoryAnswer.parse(answer.body);
    expect(events.find(({ kind }) => kind === 'stage-up')).toMatchObject({
      from: null,
      stage: 'suspension-proposed',
      language: 'nl',
      because: expect.stringContaining(
        'de oudste vervallen factuur INV-2512-1006 is 72 dagen te laat',
      ),
      text: expect.stringContaining('from no stage to suspension-proposed: oldest overdue'),
    });
  });

  test('e-mails of the night are listed and read as they look', async () => {
    const { emails } = EmailsAnswer.parse((await app.call('GET', 'emails')).body);
    const letter = emails.find(({ kind }) => kind === 'letter');

    const path = `emails/${letter?.place}/${letter?.id}`;
    const read = EmailAnswer.parse((await app.call('GET', path)).body);

    expect(read.subject).toBe(letter?.subject);
    expect(read.html).toContain('<');
    expect((await app.call('POST', `${path}/resend`)).status).toBe(422);
  });

  test('a draft of the policy is tried on the last night, and changes nothing', async () => {
    const started = await app.call('POST', 'policy/preview', { body: { text: '{}' } });
    const path = started.headers.get('location')?.slice('/api/'.length) ?? '';
    await app.ended(path.slice('runs/'.length));

    const changes = RunChanges.parse((await app.call('GET', `${path}/changes`)).body);

    expect(changes.run).toMatchObject({ dryRun: true, isPreview: true, asOf: '2026-03-17' });
    expect(changes.base?.dryRun).toBe(false);
    expect(changes.stages.map(({ from }) => from)).toContain('final-notice');
    expect((await customer('C-1025')).accounts).toMatchObject([{ stage: 'call' }]);
  });

  test('aging is the same as JSON and as CSV', async () => {
    const json = await app.call('GET', 'aging?limit=1000');
    const csv = await app.call('GET', 'aging.csv?asOf=2026-03-17');
    const accepted = await app.call('GET', 'aging', { headers: { accept: 'text/csv' } });

    expect(json.body).toMatchObject({ asOf: '2026-03-17' });
    expect(csv.text).toBe(accepted.text);
    expect(csv.text).toContain(
      'C-1026,Bakkerij Korrelaar & Zonen,EUR,312.00,312.00,0.00,0.00,0.00,0.00,624.00\r\n',
    );
    expect(csv.headers.get('content-disposition')).toContain('aging-2026-03-17.csv');
  });
});

const hold = (reason: string) => ({ kind: 'hold', from: '2026-03-17', reason });
