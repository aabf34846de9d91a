import type { z } from 'zod';
import { Place, queryCustomers } from '../../run/desk/query-customers.ts';
import type { ReadNightNeeds } from '../../run/desk/shown-night.ts';
import { asOfIn } from '../../run/run.ts';
import { ProblemError } from '../problems.ts';
import type { CustomersAnswer, CustomersQuery } from '../shapes/portfolio.ts';
import { placeIn, tokenOf } from '../token.ts';

/** A list goes on in the night it began with, also where another has been run meanwhile. */
export async function customersAnswer(
  query: z.output<typeof CustomersQuery>,
  needs: ReadNightNeeds,
): Promise<z.input<typeof CustomersAnswer>> {
  const from = query.after === undefined ? undefined : placeIn(Place, query.after);
  if (from !== undefined && from.sort !== query.sort)
    throw new ProblemError(400, 'Cannot go on in another order: begin the list again');
  const runId = from?.runId ?? (await needs.desk.nightOn(undefined));
  const night = runId === undefined ? undefined : await needs.desk.night(runId);
  if (runId === undefined || night === undefined) return { asOf: null, customers: [], total: 0 };
  const order = query.order ?? (query.sort === 'name' ? 'ascending' : 'descending');
  const place = from ?? { runId, sort: query.sort, passed: 0 };
  const { rows, next } = await queryCustomers({ ...query, order }, place, night, needs.desk);
  return {
    asOf: asOfIn(runId),
    customers: rows,
    ...(next !== undefined && { next: tokenOf(next) }),
    total: night.rows,
  };
}
