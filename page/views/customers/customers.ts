import { longDay } from '../../format/days.ts';
import { exportAgingButton } from '../../parts/export-aging.ts';
import type { Sort } from '../../parts/table.ts';
import {
  type CustomerRow,
  type Customers,
  type CustomersQuery,
  queryCustomers,
  readPortfolio,
} from '../../session/api.ts';
import { tell } from '../../shell/messages.ts';
import { empty, reasonOf } from '../../shell/states.ts';
import type { Screen, View } from '../../shell/view.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { customersTable } from './customers-table.ts';
import { type Choices, filterFields } from './filter-fields.ts';

export type Filter = Pick<
  CustomersQuery,
  'search' | 'stage' | 'flag' | 'currency' | 'accountManager' | 'sort' | 'order'
>;

type Seen = {
  readonly filter: Filter;
  readonly answer: Customers;
  readonly rows: readonly CustomerRow[];
};

const PAGE = 50;

/** Kept while the page is open, so that the way back from a customer finds the list as it was. */
let lastFilter: Filter = {};

/** All customers of the last night, found by what they are like. */
export const customers: View = async (screen) => {
  screen.title(words().customers.title);
  const [portfolio, first] = await Promise.all([
    readPortfolio(screen.signal),
    query(lastFilter, undefined, screen),
  ]);
  const choices = {
    stages: [...new Set(portfolio.ladder.map(({ stage }) => stage))],
    currencies: portfolio.totals.map(({ currency }) => currency),
  };
  const desk = deskOf(screen, choices, {
    filter: lastFilter,
    answer: first,
    rows: first.customers,
  });
  desk.draw();
};

const query = (filter: Filter, after: string | undefined, { signal }: Screen): Promise<Customers> =>
  queryCustomers({ ...filter, limit: PAGE, ...(after !== undefined && { after }) }, signal);

/** A filter holds from when it is chosen, and only the answer to the last question counts. */
function deskOf(screen: Screen, choices: Choices, start: Seen) {
  let seen = start;
  let asked = 0;
  const draw = (): void => screen.show(page(seen, choices, change, more));
  const look = async (filter: Filter, after?: string): Promise<void> => {
    const mine = ++asked;
    try {
      const answer = await query(filter, after, screen);
      if (mine !== asked) return;
      const before = after === undefined ? [] : seen.rows;
      seen = { filter, answer, rows: [...before, ...answer.customers] };
    } catch (error) {
      if (!screen.signal.aborted && mine === asked) tell(reasonOf(error), 'bad');
    }
    draw();
  };
  const change = (filter: Filter): void => {
    lastFilter = filter;
    seen = { ...seen, filter };
    draw();
    void look(filter);
  };
  const more = (): void => void look(seen.filter, seen.answer.next);
  return { draw };
}

const page = (
  { filter, answer, rows }: Seen,
  choices: Choices,
  change: (filter: Filter) => void,
  more: () => void,
): TemplateResult => html`<div class="view">
  <header class="view-head">
    <div>
      <h1>${words().customers.title}</h1>
      ${answer.asOf === null ? nothing : html`<p class="muted">${words().common.asOf(longDay(answer.asOf))}</p>`}
    </div>
    <div class="actions">${answer.asOf === null ? nothing : exportAgingButton()}</div>
  </header>
  <section class="card">
    ${filterFields(filter, choices, change)}
    ${rows.length === 0 && answer.next === undefined ? nobody(change) : list(filter, rows, change)}
    <div class="pager">
      <p class="muted small" role="status">${words().customers.shown(rows.length, answer.total)}</p>
      ${
        answer.next === undefined
          ? nothing
          : html`<button type="button" class="button" @click=${more}>${words().common.more}</button>`
      }
    </div>
  </section>
</div>`;

const list = (
  filter: Filter,
  rows: readonly CustomerRow[],
  change: (filter: Filter) => void,
): TemplateResult =>
  customersTable(
    rows,
    { key: filter.sort ?? 'overdue', order: filter.order ?? orderOf(filter.sort) },
    (sort) => change({ ...filter, ...sortOf(sort) }),
    (accountManager) => change({ ...filter, accountManager }),
  );

const orderOf = (sort: Filter['sort']): Sort['order'] =>
  sort === 'name' ? 'ascending' : 'descending';

const SORTS = [
  'name',
  'overdue',
  'open',
  'exposure',
  'daysPastDue',
  'budgetPercent',
  'stage',
] as const satisfies readonly Filter['sort'][];

function sortOf({ key, order }: Sort): Filter {
  const sort = SORTS.find((each) => each === key);
  return sort === undefined ? {} : { sort, order };
}

const nobody = (change: (filter: Filter) => void): TemplateResult =>
  empty(
    'search',
    words().customers.nobody,
    words().customers.nobodyText,
    html`<button type="button" class="button" @click=${() => change({})}>${words().customers.clear}</button>`,
  );
