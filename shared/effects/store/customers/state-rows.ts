import { z } from 'zod';
import { CustomerNight } from '../../../decisions/customer-night.ts';
import { CustomerState } from '../../../decisions/customer-state.ts';
import type { GivenUp } from '../../../run/ports.ts';
import { RunId } from '../../../run/run.ts';
import { unpackRows } from '../packed-rows.ts';
import { EmailsOfNight, readEmailsOfNight } from '../runs/emails-of-night.ts';

export const STATE = 'now:state';

/** Both, or neither where all that is known of a customer is that a run gave up on it. */
const StateText = z.object({
  state: CustomerState.optional(),
  last: z
    .object({ runId: RunId, night: CustomerNight, ...EmailsOfNight.shape })
    .transform(readEmailsOfNight)
    .optional(),
});

const GivenUpText = z.object({ runId: RunId, because: z.string() });
const Head = z.object({ givenUp: z.string().optional() });

/** A column beside the state, which the next commit replaces with the row. */
export const givenUpColumn = (givenUp: GivenUp) => ({ givenUp: JSON.stringify(givenUp) });

/** What the last commit left, and the ETag of its row. */
export function readState(rows: readonly { readonly rowKey: string; readonly etag: string }[]) {
  const text = unpackRows(STATE, rows);
  const stored = text === undefined ? undefined : StateText.parse(JSON.parse(text));
  const head = rows.find(({ rowKey }) => rowKey === STATE);
  const { givenUp } = Head.parse(head ?? {});
  return {
    state: stored?.state,
    last: stored?.last,
    givenUp: givenUp === undefined ? undefined : GivenUpText.parse(JSON.parse(givenUp)),
    etag: head?.etag,
  };
}
