import { ask } from '../../parts/dialog.ts';
import { type Customer, putBudget, removeBudget } from '../../session/api.ts';
import { tell } from '../../shell/messages.ts';
import { html } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import type { Desk } from './customer.ts';
import { unlessChanged } from './unless-changed.ts';

/** Asks for a monthly budget in one currency. */
export function setBudget(currency: string, seen: Customer, desk: Desk): void {
  const { forms, customer: say } = words();
  const entry = seen.budgetEntries.find((each) => each.currency === currency);
  const known = seen.budgets.findLast((each) => each.currency === currency)?.budget;
  ask({
    title: forms.budgetTitle,
    text: forms.budgetText,
    submit: say.setBudget,
    fields: html`
      <div class="pair">
        <label class="field">
          <span>${forms.amount}, ${currency}</span>
          <input
            name="amount"
            inputmode="decimal"
            required
            pattern="[0-9]+([.,][0-9]+)?"
            .value=${entry?.amount ?? known ?? ''}
          >
        </label>
        <label class="field">
          <span>${forms.fromMonth}</span>
          <input type="month" name="from" pattern="[0-9]{4}-[0-9]{2}" .value=${entry?.from ?? ''}>
        </label>
      </div>
      <label class="field">
        <span>${forms.reason}</span><input name="reason" maxlength="500" .value=${entry?.reason ?? ''}>
      </label>`,
    async onSubmit(values) {
      const from = values('from');
      const reason = values('reason');
      const body = {
        currency,
        amount: values('amount')?.replace(',', '.') ?? '0',
        ...(from !== undefined && { from }),
        ...(reason !== undefined && { reason }),
      };
      const { portal } = await unlessChanged(desk, () =>
        putBudget(seen.customer.customerId, body, entry?.etag ?? null),
      );
      tell(portal === null ? forms.budgetSet : `${forms.budgetSet} (${portal})`);
      await desk.again();
    },
  });
}

type Entry = Customer['budgetEntries'][number];

/** Leaves the budget to what the sources say again. */
export function removeBudgetForm({ currency, etag }: Entry, { customer }: Customer, desk: Desk) {
  const { forms } = words();
  ask({
    title: forms.budgetRemoveTitle(currency),
    text: forms.budgetRemoveText,
    submit: forms.remove,
    isDangerous: true,
    fields: html``,
    async onSubmit() {
      const { portal } = await unlessChanged(desk, () =>
        removeBudget(customer.customerId, currency, etag),
      );
      tell(portal === null ? forms.budgetRemoved : `${forms.budgetRemoved} (${portal})`);
      await desk.again();
    },
  });
}
