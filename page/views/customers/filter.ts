import type { z } from 'zod';
import type { CustomersQuery } from '../../../shared/http/shapes/portfolio.ts';
import { addressWith, type Query } from '../../shell/route.ts';

export type Filter = Pick<
  z.input<typeof CustomersQuery>,
  'search' | 'stage' | 'flag' | 'currency' | 'accountManager' | 'sort' | 'order'
>;

export const FLAGS = [
  'overdue',
  'over-budget',
  'over-credit-limit',
  'on-hold',
  'disputed',
  'anomaly',
  'failed',
  'unowned',
  'without-tenant',
] as const satisfies readonly Filter['flag'][];

export const SORTS = [
  'name',
  'overdue',
  'open',
  'exposure',
  'daysPastDue',
  'budgetPercent',
  'stage',
] as const satisfies readonly Filter['sort'][];

const ORDERS = ['ascending', 'descending'] as const;
const TEXTS = { search: 200, stage: 100, accountManager: 200 } as const;

/** What an address asks for. What the API would refuse is left out, so that any address shows a list. */
export function filterOf(query: Query, currencies: readonly string[]): Filter {
  const one = <Known extends string>(known: readonly Known[], name: string): Known | undefined =>
    known.find((each) => each === query[name]);
  const flag = one(FLAGS, 'flag');
  const sort = one(SORTS, 'sort');
  const order = one(ORDERS, 'order');
  const currency = one(currencies, 'currency');
  const texts = Object.entries(TEXTS).flatMap(([name, length]) => {
    const text = query[name] ?? '';
    return text === '' ? [] : [[name, text.slice(0, length)] as const];
  });
  return {
    ...Object.fromEntries(texts),
    ...(flag !== undefined && { flag }),
    ...(sort !== undefined && { sort }),
    ...(order !== undefined && { order }),
    ...(currency !== undefined && { currency }),
  };
}

/** An address of the list, as another view links to it. */
export const customersAt = (filter: Filter): string => addressWith('customers', filter);

type Noted = Readonly<Record<string, string | undefined>>;

let lastList: Noted = {};

/** The list as it was last looked at, for the way back to it from a customer. */
export const lastListAddress = (): string => addressWith('customers', lastList);

export function rememberList(query: Noted): void {
  lastList = query;
}
