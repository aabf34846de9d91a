import { describe, expect, test } from 'vitest';
import { startFakeAcs } from '../../../local/acs/fake-acs.ts';
import { acsTransport } from '../../../shared/effects/email/acs-transport.ts';
import { sendEmail } from '../../../shared/run/email/send-email.ts';
import { DEATHS, deathAt } from '../dying-worker.ts';
import { behindGate } from './behind-gate.ts';
import { oneEmail } from './one-email.ts';

describe('an e-mail whose worker dies while it sends through the mail service', () => {
  test.each(DEATHS)('is taken once, when it %s any call', async (death) => {
    const acs = await startFakeAcs();
    const transport = acsTransport(acs, { reportsDelivery: true });
    for (let call = 1; call < 100; call += 1) {
      acs.taken.clear();
      const { night, needs, message, work, row } = await oneEmail({ transport });
      const { gate, hasStruck } = deathAt(call, death);

      await sendEmail(message, behindGate(needs, gate)).catch(() => undefined);
      night.now = '2026-03-17T09:05:00Z';
      await sendEmail(message, needs);
      await work();

      expect(acs.taken.size, `${death} call ${call}`).toBe(1);
      expect((await row()).status).toBe('accepted');
      if (!hasStruck()) break;
    }
    await acs.stop();
  });

  test('is left alone by another worker until it must be dead', async () => {
    const { night, needs, message, work, left, row } = await oneEmail({
      transport: { sendSeconds: 120 },
    });
    const dying = { ...needs.transport, send: () => new Promise<void>(() => undefined) };
    void sendEmail(message, { ...needs, transport: dying });
    while ((await row()).status !== 'sending') await Promise.resolve();

    await sendEmail(message, needs);
    expect(left()).toEqual([]);
    night.now = '2026-03-17T09:02:00Z';
    await work();

    expect(left()).toHaveLength(1);
  });
});
