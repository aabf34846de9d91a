import { daysBetween } from '../../../shared/ledger/calendar-date.ts';
import type { Difference } from '../differences.ts';
import type { Heard } from '../heard.ts';
import { toldName } from './told-names.ts';

/** What sets B apart from A, for a person to read. */
export function differenceWords(difference: Difference): string {
  switch (difference.kind) {
    case 'only-a':
      return 'only A';
    case 'only-b':
      return 'only B';
    case 'other-stage':
      return 'other stage';
    case 'other-audience':
      return 'told to others';
    case 'other-day':
      return daysLaterWords(daysBetween(difference.a.on, difference.b.on));
  }
}

/** What was said under A and under B; undefined where nothing was. */
export const sidesOf = (
  difference: Difference,
): { readonly a: Heard | undefined; readonly b: Heard | undefined } => ({
  a: difference.kind === 'only-b' ? undefined : difference.a,
  b: difference.kind === 'only-a' ? undefined : difference.b,
});

/** A dunning stage goes by its name alone: it is what most of them are. */
export const heardName = ({ kind, stage }: Heard): string =>
  kind === 'dunning' ? stage : toldName(kind, stage);

function daysLaterWords(days: number): string {
  const size = Math.abs(days);
  return `${size} day${size === 1 ? '' : 's'} ${days > 0 ? 'later' : 'sooner'}`;
}
