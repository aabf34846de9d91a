import { join } from 'node:path';
import { CustomersQuery } from '../../shared/http/shapes/portfolio.ts';
import { customersAnswer } from '../../shared/http/views/customers-answer.ts';
import { portfolioAnswer } from '../../shared/http/views/portfolio-answer.ts';
import type { Live } from '../../shared/live.ts';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';
import { layOutDesk } from '../../shared/run/desk/lay-out-desk.ts';
import { Run, runId } from '../../shared/run/run.ts';
import { requestsOf } from './counted-requests.ts';
import { deskResults } from './desk-results.ts';
import { atMost, type Figure, inSeconds, type Part, shown } from './figure.ts';
import { generateFolder } from './generate-folder.ts';
import { withNight } from './night-in-process.ts';
import { AS_OF } from './portfolio.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** What a person's look costs, whatever the portfolio: round trips to storage are counted. */
export const deskReads: Part = ({ quick }) =>
  inTemporaryFolder(async (folder) => {
    const data = join(folder, 'data');
    await generateFolder(data, { customers: 1, invoicesEach: 1, spendDays: 1 });
    const sizes = quick ? [1_000] : [1_000, 50_000];
    return withNight({ data, folder }, async ({ needs }) => {
      const figures: Figure[] = [];
      for (const [at, customers] of sizes.entries())
        figures.push(...(await deskOf(customers, at, needs)));
      return figures;
    });
  });

async function deskOf(customers: number, at: number, needs: Live): Promise<Figure[]> {
  const laidOut = await layOut(customers, at, needs);
  const of = { note: `of ${customers} customers` };
  const portfolio = await cost(() => portfolioAnswer('en', needs));
  const page = await cost(() => customersAnswer(CustomersQuery.parse({ limit: 200 }), needs));
  const search = await cost(() =>
    customersAnswer(CustomersQuery.parse({ search: 'nobody of that name' }), needs),
  );
  return [
    atMost('round trips of the portfolio', portfolio.requests, 20, of),
    atMost('round trips of a page of 200 customers', page.requests, 10, of),
    atMost('round trips of a search that finds nobody', search.requests, 10, of),
    shown(
      `  time of each, ${of.note}`,
      [portfolio, page, search].map(({ ms }) => `${ms} ms`).join(', '),
    ),
    shown(`round trips to lay out the desk ${of.note}`, `${laidOut.requests} in ${laidOut.took}`),
    atMost('  peak memory of the process after it', laidOut.megabytes, 512, { unit: 'MB' }),
  ];
}

async function layOut(customers: number, at: number, { runs, desk }: Live) {
  const startedAt = new Date(Date.parse('2026-03-17T02:00:00Z') + at * 1000);
  const run = Run.parse({
    id: runId(AS_OF, startedAt),
    asOf: AS_OF,
    dryRun: false,
    status: 'completed',
    startedAt: startedAt.toISOString(),
    policyText: '{}',
    sources: [],
    evaluated: customers,
    failed: 0,
  });
  await runs.create(run);
  const layout = layOutDesk(run, parsePolicy('{}', 'bench'), desk);
  const began = performance.now();
  const { all: requests } = await requestsOf(async () => {
    for (const result of deskResults(customers)) layout.add(result);
    await layout.save();
    layout.close();
    await desk.show(run);
  });
  const megabytes = process.resourceUsage().maxRSS / 1024;
  return { requests, megabytes, took: inSeconds(performance.now() - began) };
}

async function cost(look: () => Promise<unknown>): Promise<{ requests: number; ms: number }> {
  const began = performance.now();
  const { all } = await requestsOf(async () => void (await look()));
  return { requests: all, ms: Math.round(performance.now() - began) };
}
