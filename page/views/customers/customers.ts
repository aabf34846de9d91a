import { longDay } from '../../format/days.ts';
import { exportAgingButton } from '../../parts/export-aging.ts';
import type { Sort } from '../../parts/table.ts';
import {
  type CustomerRow,
  type Customers,
  type Portfolio,
  queryCustomers,
  readPortfolio,
} from '../../session/api.ts';
import { tell } from '../../shell/messages.ts';
import { empty, reasonOf } from '../../shell/states.ts';
import type { Screen, View } from '../../shell/view.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { customersTable } from './customers-table.ts';
import { type Filter, filterOf, rememberList, SORTS } from './filter.ts';
import { type Choices, filterFields } from './filter-fields.ts';

type Seen = {
  readonly filter: Filter;
  readonly answer: Customers;
  readonly rows: readonly CustomerRow[];
};

type Change = (filter: Filter, how?: 'step' | 'same') => void;

const PAGE = 50;
const MOST_AT_ONCE = 200;

/** All customers of the last night, found by what they are like. */
export const customers: View = async (screen, _, query) => {
  screen.title(words().customers.title);
  rememberList(query);
  const portfolio = readPortfolio(screen.signal);
  const filter = filterOf(query, query['currency'] ? currenciesOf(await portfolio) : []);
  const [night, start] = await Promise.all([
    portfolio,
    lookFor(filter, Number(query['rows']) || PAGE, screen),
  ]);
  const choices = {
    stages: [...new Set(night.ladder.map(({ stage }) => stage))],
    currencies: currenciesOf(night),
  };
  deskOf(screen, choices, start).draw();
};

const currenciesOf = ({ totals }: Portfolio): readonly string[] =>
  totals.map(({ currency }) => currency);

const ask = (
  filter: Filter,
  after: string | undefined,
  limit: number,
  { signal }: Screen,
): Promise<Customers> =>
  queryCustomers({ ...filter, limit, ...(after !== undefined && { after }) }, signal);

/** As many rows as were there when one left. */
async function lookFor(filter: Filter, wanted: number, screen: Screen): Promise<Seen> {
  let answer = await ask(filter, undefined, Math.min(wanted, MOST_AT_ONCE), screen);
  let rows = answer.customers;
  while (rows.length < wanted && answer.next !== undefined && wanted > PAGE) {
    answer = await ask(filter, answer.next, MOST_AT_ONCE, screen);
    rows = [...rows, ...answer.customers];
  }
  return { filter, answer, rows };
}

/** A filter holds from when it is chosen, and only the answer to the last question counts. */
function deskOf(screen: Screen, choices: Choices, start: Seen) {
  let seen = start;
  let asked = 0;
  const draw = (): void => screen.show(page(seen, choices, change, more));
  const look = async (filter: Filter, after?: string): Promise<void> => {
    const mine = ++asked;
    try {
      const answer = await ask(filter, after, PAGE, screen);
      if (mine !== asked) return;
      const before = after === undefined ? [] : seen.rows;
      seen = { filter, answer, rows: [...before, ...answer.customers] };
      if (after !== undefined) note('same');
    } catch (error) {
      if (!screen.signal.aborted && mine === asked) tell(reasonOf(error), 'bad');
    }
    draw();
  };
  const note = (how: 'step' | 'same'): void => {
    const rows = seen.rows.length > PAGE && how === 'same' ? String(seen.rows.length) : '';
    const query = { ...seen.filter, ...(rows !== '' && { rows }) };
    rememberList(query);
    screen.note(query, how);
  };
  const change: Change = (filter, how = 'step') => {
    seen = { ...seen, filter, rows: seen.rows.slice(0, PAGE) };
    note(how);
    draw();
    void look(filter);
  };
  const more = (): void => void look(seen.filter, seen.answer.next);
  return { draw };
}

const page = (
  { filter, answer, rows }: Seen,
  choices: Choices,
  change: Change,
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
    ${rows.length === 0 && answer.next === undefined ? nobody(filter, answer, change) : list(filter, rows, change)}
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

const list = (filter: Filter, rows: readonly CustomerRow[], change: Change): TemplateResult =>
  customersTable(
    rows,
    { key: filter.sort ?? 'overdue', order: filter.order ?? orderOf(filter.sort) },
    (sort) => change({ ...filter, ...sortOf(sort) }),
    (accountManager) => change({ ...filter, accountManager }),
  );

const orderOf = (sort: Filter['sort']): Sort['order'] =>
  sort === 'name' ? 'ascending' : 'descending';

function sortOf({ key, order }: Sort): Filter {
  const sort = SORTS.find((each) => each === key);
  return sort === undefined ? {} : { sort, order };
}

/** Nobody is like that, or nobody is there at all. */
function nobody(filter: Filter, { asOf }: Customers, change: Change): TemplateResult {
  const { customers: say, portfolio } = words();
  if (asOf === null) return empty('runs', portfolio.noNight, portfolio.noNightText);
  const isNarrowed = Object.keys(filter).some((name) => name !== 'sort' && name !== 'order');
  if (!isNarrowed) return empty('customers', portfolio.noCustomers, portfolio.noCustomersText);
  return empty(
    'search',
    say.nobody,
    say.nobodyText,
    html`<button type="button" class="button" @click=${() => change({})}>${say.clear}</button>`,
  );
}
