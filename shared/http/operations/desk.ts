import { z } from 'zod';
import { NOTHING, operation } from '../operation.ts';
import { AsOf } from '../shapes/common.ts';
import {
  AgingAnswer,
  AgingQuery,
  CustomersAnswer,
  CustomersQuery,
  HealthAnswer,
  MeAnswer,
  PortfolioAnswer,
} from '../shapes/portfolio.ts';
import { Dunning } from '../shapes/runs.ts';

export const WHO_AM_I = operation({
  id: 'who-am-i',
  method: 'GET',
  path: 'api/me',
  needs: 'read',
  summary: 'Who is asking, and what they may do',
  params: NOTHING,
  query: NOTHING,
  body: NOTHING,
  answer: MeAnswer,
  statuses: [200],
});

export const READ_HEALTH = operation({
  id: 'read-health',
  method: 'GET',
  path: 'api/health',
  needs: 'read',
  summary: 'The last night, the age of the data, and what waits in the queues',
  params: NOTHING,
  query: NOTHING,
  body: NOTHING,
  answer: HealthAnswer,
  statuses: [200],
});

export const READ_PORTFOLIO = operation({
  id: 'read-portfolio',
  method: 'GET',
  path: 'api/portfolio',
  needs: 'read',
  summary: 'The last night at a glance: totals, ladder, exposure, movements',
  params: NOTHING,
  query: NOTHING,
  body: NOTHING,
  answer: PortfolioAnswer,
  statuses: [200],
  isSpoken: true,
});

export const QUERY_CUSTOMERS = operation({
  id: 'query-customers',
  method: 'POST',
  path: 'api/customers/query',
  needs: 'read',
  summary: 'Customers of the last night, filtered and sorted, a page at a time',
  params: NOTHING,
  query: NOTHING,
  body: CustomersQuery,
  answer: CustomersAnswer,
  statuses: [200],
});

export const READ_AGING = operation({
  id: 'read-aging',
  method: 'GET',
  path: 'api/aging',
  needs: 'read',
  summary: 'Aging per customer and currency, of the last night or any before it',
  params: NOTHING,
  query: AgingQuery,
  body: NOTHING,
  answer: AgingAnswer,
  statuses: [200],
  alsoAs: 'text/csv',
});

export const EXPORT_AGING = operation({
  id: 'export-aging',
  method: 'GET',
  path: 'api/aging.csv',
  needs: 'read',
  summary: 'The same as CSV, whole',
  params: NOTHING,
  query: AsOf,
  body: NOTHING,
  answer: z.string(),
  statuses: [200],
  alsoAs: 'text/csv',
});

export const READ_DUNNING = operation({
  id: 'read-dunning',
  method: 'GET',
  path: 'api/dunning',
  needs: 'read',
  summary: 'The ladder with counts, and who moved on it, of the last night or any before it',
  params: NOTHING,
  query: AsOf,
  body: NOTHING,
  answer: Dunning,
  statuses: [200],
  isSpoken: true,
});
