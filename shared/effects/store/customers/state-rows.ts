import { z } from 'zod';
import { CustomerNight } from '../../../decisions/customer-night.ts';
import { CustomerState } from '../../../decisions/customer-state.ts';
import { RunId } from '../../../run/run.ts';
import { unpackRows } from '../packed-rows.ts';
import { EmailsOfNight, readEmailsOfNight } from '../runs/emails-of-night.ts';

export const STATE = 'now:state';

const StateText = z.object({
  state: CustomerState,
  last: z
    .object({ runId: RunId, night: CustomerNight, ...EmailsOfNight.shape })
    .transform(readEmailsOfNight),
});

/** What the last commit left, and the ETag of its row. */
export function readState(rows: readonly { readonly rowKey: string; readonly etag: string }[]) {
  const text = unpackRows(STATE, rows);
  const stored = text === undefined ? undefined : StateText.parse(JSON.parse(text));
  return {
    state: stored?.state,
    last: stored?.last,
    etag: rows.find(({ rowKey }) => rowKey === STATE)?.etag,
  };
}
