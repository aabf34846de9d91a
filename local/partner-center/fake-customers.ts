import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { chance, guid } from '../fakes/chance.ts';

/** A customer of the fake, made from its seed and number alone. */
export type FakeCustomer = {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly currency: string;
  readonly culture: string;
  /** `none` has no Azure, `legacy` the Azure of before the plan. */
  readonly azure: 'plan' | 'legacy' | 'none';
  readonly planId: string;
  readonly subscriptions: readonly { readonly id: string; readonly name: string }[];
  /** What an ordinary day costs, in minor units. */
  readonly dailyMinorUnits: number;
  /** A day from which on a day costs eight times as much, for three days. */
  readonly spikeOn: number | undefined;
  budget: string | undefined;
};

const FIRST = ['Bright', 'Northern', 'Kestrel', 'Silver', 'Harbour', 'Quiet', 'Amber', 'Alpine'];
const SECOND = ['Gazelle', 'Foods', 'Freight', 'Dental', 'Optics', 'Timber', 'Studios', 'Clinics'];
const PLACES = [
  { currency: 'EUR', culture: 'nl-NL', form: 'BV' },
  { currency: 'EUR', culture: 'fr-FR', form: 'SA' },
  { currency: 'GBP', culture: 'en-GB', form: 'Ltd' },
  { currency: 'SEK', culture: 'sv-SE', form: 'AB' },
] as const;

export const fakeCustomers = (seed: string, count: number): FakeCustomer[] =>
  Array.from({ length: count }, (_, number) => fakeCustomer(seed, number));

function fakeCustomer(seed: string, number: number): FakeCustomer {
  const next = chance(`${seed} customer ${number}`);
  const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
    items[at % items.length];
  const place = pick(PLACES, Math.floor(next() * PLACES.length)) ?? PLACES[0];
  const first = pick(FIRST, number);
  const second = pick(SECOND, Math.floor(number / FIRST.length));
  const round = Math.floor(number / (FIRST.length * SECOND.length));
  const name = `${first} ${second}${round === 0 ? '' : ` ${round + 1}`} ${place.form}`;
  const dailyMinorUnits = Math.round(500 * 100 ** next());
  return {
    id: guid(`${seed} tenant ${number}`),
    name,
    domain: `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.onmicrosoft.com`,
    currency: place.currency,
    culture: place.culture,
    azure: azureOf(number),
    planId: guid(`${seed} plan ${number}`),
    subscriptions: ['Production', 'Test'].map((each) => ({
      id: guid(`${seed} ${each} ${number}`),
      name: each,
    })),
    dailyMinorUnits,
    spikeOn: number % 9 === 4 ? 12 + (number % 13) : undefined,
    budget: number % 5 === 3 ? undefined : budgetOf(dailyMinorUnits, next()),
  };
}

/** Every tenth customer has no Azure; every fiftieth the older one. */
function azureOf(number: number): FakeCustomer['azure'] {
  if (number % 50 === 49) return 'legacy';
  return number % 10 === 7 ? 'none' : 'plan';
}

/** From much too small to more than enough, in whole hundreds. */
function budgetOf(dailyMinorUnits: number, chosen: number): string {
  const month = (dailyMinorUnits * 30) / 100;
  return `${Math.max(1, Math.ceil((month * (0.6 + 1.2 * chosen)) / 100)) * 100}`;
}

/** What a day cost, by the day alone, so that every month to date is the sum of its days. */
export function dayCostMinorUnits(customer: FakeCustomer, date: CalendarDate): number {
  if (customer.azure === 'none') return 0;
  const next = chance(`${customer.id} ${date}`);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const habit = weekday === 0 || weekday === 6 ? 0.6 : 1;
  const day = Number(date.slice(8));
  const { spikeOn } = customer;
  const spike = spikeOn !== undefined && day >= spikeOn && day < spikeOn + 3 ? 8 : 1;
  return Math.round(customer.dailyMinorUnits * habit * spike * (0.9 + 0.2 * next()));
}
