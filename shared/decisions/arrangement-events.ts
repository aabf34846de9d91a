import { isInForce } from '../evaluation/in-force.ts';
import type { Arrangement } from '../ledger/arrangement.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { HistoryEvent } from './customer-night.ts';
import { moneyText } from './money-text.ts';

/** What of the customer's history is about arrangements, and which are in force tonight. */
export type ArrangementsSeen = {
  readonly inForce: readonly string[];
  readonly events: readonly HistoryEvent[];
};

/**
 * An arrangement is history on the first night it is seen in force and on the first it no longer
 * is, with who agreed to it and why. That a promise ended is told by its being kept or broken.
 */
export function arrangementEvents(
  arrangements: readonly Arrangement[],
  before: readonly string[],
  asOf: CalendarDate,
): ArrangementsSeen {
  const tonight = new Map(
    arrangements.filter((each) => isInForce(each, asOf)).map((each) => [keyOf(each), each]),
  );
  const started = [...tonight].filter(([key]) => !before.includes(key)).sort(byKey);
  const ended = before.filter((key) => !tonight.has(key) && !key.startsWith('promise|'));
  return {
    inForce: [...tonight.keys()].sort(),
    events: [
      ...started.map(([, each]) => ({
        on: asOf,
        kind: `${each.kind}-started`,
        currency: each.currency,
        text: arrangementText(each),
      })),
      ...ended.map((key) => ({ on: asOf, kind: `${kindOf(key)}-ended`, text: endText(key) })),
    ],
  };
}

/** The id of an invoice may hold anything, so it comes last. */
const keyOf = ({ kind, from, until, minorUnits, currency, invoiceId }: Arrangement): string =>
  [kind, from, until ?? '', minorUnits ?? '', currency, invoiceId ?? ''].join('|');

const kindOf = (key: string): string => key.split('|', 1)[0] ?? '';

/** One line, for a person to read. */
export function arrangementText({
  kind,
  from,
  until,
  minorUnits,
  currency,
  invoiceId,
  by,
  reason,
}: Arrangement): string {
  return [
    kind,
    minorUnits === undefined ? '' : `of ${moneyText({ minorUnits, currency })}`,
    invoiceId === undefined ? '' : `for invoice ${invoiceId}`,
    `from ${from}`,
    until === undefined ? '' : `until ${until}`,
    by === undefined ? '' : `by ${by}`,
    reason === undefined ? '' : `because ${reason}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function endText(key: string): string {
  const [kind, from, , , , ...invoiceId] = key.split('|');
  const about = invoiceId.join('|');
  return `${kind} from ${from}${about === '' ? '' : ` for invoice ${about}`} is over`;
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
