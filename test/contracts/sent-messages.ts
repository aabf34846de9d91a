import { expect, test } from 'vitest';
import { SendEmail } from '../../shared/run/messages.ts';
import type { SentMessages } from '../../shared/run/ports.ts';

const OPERATION = '520f2fe3-2750-5099-91fe-031126184686';
const MESSAGE = SendEmail.parse({
  runId: '2026-03-17.20260317T020000Z',
  emailId: OPERATION,
  customerId: 'c/1 #?',
});

export function keepsSentMessages(make: () => SentMessages): void {
  test('what was sent under an operation id is found by it, remembered once or twice', async () => {
    const sent = make();
    await sent.remember(OPERATION, MESSAGE);
    await sent.remember(OPERATION, MESSAGE);

    expect(await sent.find(OPERATION)).toEqual(MESSAGE);
  });

  test('an id that nobody sent under is unknown', async () => {
    expect(await make().find("' or 1 eq 1/..")).toBeUndefined();
  });
}
