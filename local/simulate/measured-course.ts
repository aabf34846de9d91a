import {
  addParts,
  type MetricParts,
  metricPartsOn,
  noParts,
} from '../../shared/evaluation/metric-parts.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import type { CurrencyCode } from '../../shared/ledger/money.ts';
import { inserted } from './inserted.ts';
import { seenNightByNight } from './seen-night-by-night.ts';

/** Night to currency to what the metrics of all customers together are made of. */
export type MeasuredCourse = ReadonlyMap<CalendarDate, Map<CurrencyCode, MetricParts>>;

export type Measurer = { readonly measured: MeasuredCourse; add(facts: CustomerFacts): void };

/** Metrics are the same under every policy: they say what is owed, not what is said about it. */
export function measurer(nights: Iterable<CalendarDate>): Measurer {
  const measured: MeasuredCourse = new Map([...nights].map((night) => [night, new Map()]));
  return {
    measured,
    add(facts) {
      if (measured.size === 0) return;
      const seenOn = seenNightByNight(facts);
      for (const [night, sums] of measured)
        for (const [currency, parts] of metricPartsOn(seenOn(night), night))
          sums.set(currency, addParts(inserted(sums, currency, noParts), parts));
    },
  };
}
