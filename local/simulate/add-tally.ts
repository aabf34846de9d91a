import { addCounts } from './add-counts.ts';
import { addCourse } from './course.ts';
import { addDebtor } from './debtors.ts';
import { inserted } from './inserted.ts';
import { increase, noneTold, type Tally } from './tally.ts';

/** Adds what the customers after those so far came to, over the same nights. */
export function addTally(total: Tally, part: Tally): void {
  total.customers += part.customers;
  total.letters += part.letters;
  total.lettersHeldBack += part.lettersHeldBack;
  total.withUnknownPolicy += part.withUnknownPolicy;
  addCourse(total.course, part.course);
  for (const [kind, stages] of part.told)
    for (const [stage, told] of stages) {
      const ofKind = inserted(total.told, kind, () => new Map());
      addCounts(inserted(ofKind, stage, noneTold), told);
    }
  for (const [currency, amounts] of part.amounts)
    for (const [name, amount] of amounts)
      increase(
        inserted(total.amounts, currency, () => new Map()),
        name,
        amount,
      );
  for (const debtors of part.debtors.values())
    for (const { customer, account } of debtors) addDebtor(total.debtors, customer, account);
}
