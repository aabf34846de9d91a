import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CustomersAnswer, PortfolioAnswer } from '../../shared/http/shapes/portfolio.ts';
import { RunChanges, RunList, RunWithProgress } from '../../shared/http/shapes/runs.ts';
import { type StartedApp, startedApp } from './started-app.ts';

describe('the desk over HTTP', () => {
  let app: StartedApp;
  let night = '';
  beforeAll(async () => {
    app = await startedApp();
    await app.run({ asOf: '2026-03-17' });
    await app.settled();
    night = PortfolioAnswer.parse((await app.call('GET', 'portfolio')).body).run?.id ?? '';
  });
  afterAll(() => app.stop());

  test('the portfolio adds up the last night', async () => {
    const { body } = await app.call('GET', 'portfolio');

    const { run, asOf, today, totals } = PortfolioAnswer.parse(body);
    expect(run?.status).toBe('completed');
    expect([asOf, today]).toEqual(['2026-03-17', '2026-03-17']);
    expect(totals.map(({ currency, customers }) => [currency, customers])).toContainEqual([
      'EUR',
      21,
    ]);
  });

  test('a list of customers goes on where a page ended, without losing or repeating one', async () => {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await app.call('POST', 'customers/query', {
        body: { sort: 'name', limit: 7, ...(after !== undefined && { after }) },
      });
      const page = CustomersAnswer.parse(body);
      ids.push(...page.customers.map(({ customerId, currency }) => `${customerId} ${currency}`));
      after = page.next;
    } while (after !== undefined);

    const all = CustomersAnswer.parse(
      (await app.call('POST', 'customers/query', { body: { limit: 200 } })).body,
    );
    expect(ids.toSorted()).toEqual(
      all.customers.map(({ customerId, currency }) => `${customerId} ${currency}`).toSorted(),
    );
    expect(all.total).toBe(ids.length);
  });

  test('a run of one customer is marked as such, and leaves the portfolio to the night', async () => {
    const id = await app.run({ asOf: '2026-03-17', customerId: 'C-1025' });

    const run = RunWithProgress.parse((await app.call('GET', `runs/${id}`)).body);
    const portfolio = PortfolioAnswer.parse((await app.call('GET', 'portfolio')).body);
    expect(run).toMatchObject({ status: 'completed', customerId: 'C-1025', evaluated: 1 });
    expect(portfolio.run?.id).toBe(night);
  });

  test('a run of a customer that nobody knows fails and says why', async () => {
    const id = await app.run({ asOf: '2026-03-17', customerId: 'nobody' });

    const run = RunWithProgress.parse((await app.call('GET', `runs/${id}`)).body);
    expect(run.status).toBe('failed');
    expect(run.because).toContain('nobody');
  });

  test('runs are listed newest first', async () => {
    const { runs } = RunList.parse((await app.call('GET', 'runs')).body);

    expect(runs.map(({ id }) => id)).toContain(night);
    expect(runs.map(({ startedAt }) => startedAt)).toEqual(
      runs
        .map(({ startedAt }) => startedAt)
        .toSorted()
        .reverse(),
    );
  });

  test('a night is compared with none where none came before it', async () => {
    const changes = RunChanges.parse((await app.call('GET', `runs/${night}/changes`)).body);

    expect(changes.base).toBeNull();
    expect(changes.stagesChanged).toBe(changes.stages.length);
  });

  test('a run that is over cannot be cancelled', async () => {
    const { status } = await app.call('DELETE', `runs/${night}`);

    expect(status).toBe(422);
  });
});
