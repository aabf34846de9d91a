import { describe, expect, test } from 'vitest';
import type { Email } from '../../../shared/decisions/email/email.ts';
import { type DeliveryReport, recordDelivery } from '../../../shared/run/email/delivery-report.ts';
import { TransportClosedError } from '../../../shared/run/email/email-ports.ts';
import { operationOf, settled } from '../../../shared/run/email/outbox-row.ts';
import { present } from '../../contracts/run-builders.ts';
import { oneEmail } from './one-email.ts';

const REPORTING = { reportsDelivery: true };
const LETTER = {
  kind: 'letter',
  to: 'ap@contoso.example; cfo@contoso.example',
  noticeKeys: ['contoso|EUR|dunning|reminder|1|letter'],
} satisfies Partial<Email>;

type Sent = Awaited<ReturnType<typeof oneEmail>>;

/** The report about the attempt that the row is at, unless told. */
async function report(email: Sent, over: Partial<DeliveryReport> = {}): Promise<void> {
  const row = await email.row();
  await recordDelivery(
    {
      operationId: operationOf(row),
      recipient: row.sentTo ?? '',
      outcome: 'delivered',
      because: 'the mail service reports Bounced',
      at: new Date('2026-03-18T10:00:00Z'),
      ...over,
    },
    email.needs,
  );
}

const accepted = async (over: Parameters<typeof oneEmail>[0] = {}): Promise<Sent> => {
  const email = await oneEmail({ transport: REPORTING, email: LETTER, ...over });
  await email.send();
  return email;
};

describe('a transport that reports deliveries', () => {
  test('sends a cancelled letter to nobody else when it took it in silence and it bounced', async () => {
    const closed = new TransportClosedError('the connection failed', {
      retryAfterSeconds: 60,
      isFault: false,
    });
    const send = (): Promise<void> => Promise.reject(closed);
    const letter = await accepted({ transport: { ...REPORTING, send } });
    const { outbox } = letter.needs;
    const stored = present(await outbox.load(letter.message, letter.message.emailId));
    await outbox.save(letter.message, stored, settled(stored.value, 'suppressed', 'cancelled'));

    await report(letter, { outcome: 'bounced' });

    expect(await letter.row()).toMatchObject({ status: 'suppressed', because: 'cancelled' });
    expect(letter.alarms()).toEqual([]);
  });

  test('has delivered nothing while it has only accepted it', async () => {
    const letter = await accepted();

    expect(await letter.row()).toMatchObject({ status: 'accepted' });
    expect(await letter.row()).not.toHaveProperty('deliveredOn');
  });

  test('has delivered it on the day of its report', async () => {
    const letter = await accepted();

    await report(letter);

    expect(await letter.row()).toMatchObject({ status: 'delivered', deliveredOn: '2026-03-18' });
  });

  test('may report twice, in any case of the letters, and change nothing', async () => {
    const letter = await accepted();
    await report(letter);
    const first = await letter.row();

    await report(letter, { recipient: 'AP@Contoso.example', at: new Date('2026-03-20T10:00:00Z') });

    expect(await letter.row()).toMatchObject({ ...first, deliveredOn: '2026-03-18' });
  });

  test('may report what nobody sent', async () => {
    const letter = await accepted();
    const before = await letter.row();

    await report(letter, { operationId: '00000000-0000-4000-8000-000000000000' });

    expect(await letter.row()).toEqual(before);
  });

  test('is believed when it reports before its answer to the sender came', async () => {
    const letter = await oneEmail({
      transport: { ...REPORTING, send: () => report(letter) },
      email: LETTER,
    });

    await expect(letter.send()).rejects.toThrow('saved by another first');
    await letter.send();

    expect(await letter.row()).toMatchObject({ status: 'delivered' });
  });
});

describe('an e-mail that bounces', () => {
  const bounce = { outcome: 'bounced' } as const;

  test('goes to the next contact, under another operation id, and the operator hears', async () => {
    const letter = await accepted();

    await report(letter, bounce);
    await letter.work();

    expect(letter.left().map(({ to }) => to)).toEqual([
      'ap@contoso.example',
      'cfo@contoso.example',
    ]);
    expect(new Set(letter.left().map(({ id }) => id)).size).toBe(2);
    expect(await letter.row()).toMatchObject({
      status: 'accepted',
      missed: ['ap@contoso.example'],
    });
    expect(letter.alarms()).toEqual(['Not delivered: an e-mail to ap@contoso.example']);
  });

  test('goes there once, however often its bounce is reported', async () => {
    const letter = await accepted();
    const { operationId } = { operationId: operationOf(await letter.row()) };
    const again = { ...bounce, operationId, recipient: 'ap@contoso.example' };

    await report(letter, again);
    await report(letter, again);
    await letter.work();
    await report(letter, again);
    await letter.work();

    expect(letter.left()).toHaveLength(2);
    expect((await letter.row()).attempt).toBe(1);
  });

  test('ends as bounced where no contact is left', async () => {
    const letter = await accepted({ email: { ...LETTER, to: 'ap@contoso.example' } });

    await report(letter, bounce);
    await letter.work();

    expect(await letter.row()).toMatchObject({
      status: 'bounced',
      because: 'the mail service reports Bounced',
    });
  });

  test('at one of several people has still arrived, and the operator hears', async () => {
    const to = 'ap@contoso.example, cfo@contoso.example';
    const letter = await accepted({ email: { ...LETTER, to } });

    await report(letter, { ...bounce, recipient: 'cfo@contoso.example' });
    await report(letter, { recipient: 'ap@contoso.example' });

    expect(await letter.row()).toMatchObject({ status: 'delivered', attempt: 0 });
    expect(letter.alarms()).toEqual(['Not delivered: an e-mail to cfo@contoso.example']);
  });

  test('in the blind copy concerns nobody', async () => {
    const letter = await accepted();

    await report(letter, { ...bounce, recipient: 'archive@kestrel.example' });

    expect((await letter.row()).status).toBe('accepted');
    expect(letter.alarms()).toEqual([]);
  });

  test('and arrived after all, as a late report says, counts from that day', async () => {
    const letter = await accepted();
    const operationId = operationOf(await letter.row());
    await report(letter, bounce);

    await report(letter, { operationId, recipient: 'ap@contoso.example' });

    expect(await letter.row()).toMatchObject({ status: 'queued', deliveredOn: '2026-03-18' });
  });

  test('is queued for the next contact again when its first message was lost', async () => {
    const letter = await accepted();
    const operationId = operationOf(await letter.row());
    await report(letter, bounce);
    letter.night.memory.messages.length = 0;

    await report(letter, { ...bounce, operationId, recipient: 'ap@contoso.example' });
    await letter.work();

    expect(letter.left()).toHaveLength(2);
  });
});

test('a redirected e-mail that arrives opens no gate', async () => {
  const policy = { contact: { redirectAllTo: 'trial@kestrel.example' } };
  const letter = await accepted({ policy });

  await report(letter, { recipient: 'trial@kestrel.example' });

  const row = present(await letter.row());
  expect(row.status).toBe('delivered');
  expect(row).not.toHaveProperty('deliveredOn');
});
