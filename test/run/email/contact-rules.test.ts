import { describe, expect, test } from 'vitest';
import {
  EmailRefusedError,
  type EmailTransport,
  TransportClosedError,
} from '../../../shared/run/email/email-ports.ts';
import { sendEmail } from '../../../shared/run/email/send-email.ts';
import { oneEmail } from './one-email.ts';

const TO_CUSTOMER = { kind: 'letter', to: 'ap@contoso.example; cfo@contoso.example' } as const;

describe('quiet hours', () => {
  const policy = { contact: { quietHours: { from: '20:00', to: '07:00' } } };

  test('an e-mail that is due in them leaves when they end', async () => {
    const email = await oneEmail({ policy, now: '2026-03-17T21:30:00Z' });

    await email.send();

    expect(await email.row()).toMatchObject({
      status: 'queued',
      because: '20:00 to 07:00 are quiet hours',
      notBefore: '2026-03-18T07:00:00.000Z',
    });
    email.night.now = '2026-03-18T07:00:00Z';
    await email.work();
    expect(email.left()).toHaveLength(1);
  });

  test('an alert does not wait for them to end', async () => {
    const alert = { kind: 'alert' } as const;
    const email = await oneEmail({ policy, email: alert, now: '2026-03-17T21:30:00Z' });

    await email.send();

    expect(email.left()).toHaveLength(1);
  });

  test('a night that replays another day waits for nobody to wake up', async () => {
    const email = await oneEmail({ policy, now: '2026-11-26T21:30:00Z' });
    const replay = { ...email.run, startedAt: '2026-11-26T21:30:00.000Z' };
    const runs = { ...email.needs.runs, load: async () => ({ value: replay, etag: '' }) };

    await sendEmail(email.message, { ...email.needs, runs });

    expect(email.left()).toHaveLength(1);
  });
});

describe('who is written to', () => {
  test('a blind copy of a letter goes to the archive, none of a digest', async () => {
    const policy = { contact: { bccArchive: 'archive@kestrel.example' } };
    const letter = await oneEmail({ policy, email: TO_CUSTOMER });
    const digest = await oneEmail({ policy });

    await letter.send();
    await digest.send();

    expect(letter.left()).toMatchObject([{ bcc: 'archive@kestrel.example' }]);
    expect(digest.left()[0]).not.toHaveProperty('bcc');
  });

  test('answers to a letter go to the credit controller', async () => {
    const letter = await oneEmail({ email: TO_CUSTOMER });

    await letter.send();

    expect(letter.left()).toMatchObject([{ replyTo: 'credit@kestrel.example' }]);
  });

  test('a redirected letter goes to one address, says for whom, and was not delivered', async () => {
    const policy = {
      contact: { redirectAllTo: 'trial@kestrel.example', bccArchive: 'archive@kestrel.example' },
    };
    const letter = await oneEmail({ policy, email: TO_CUSTOMER });

    await letter.send();

    expect(letter.left()).toMatchObject([
      {
        to: 'trial@kestrel.example',
        subject: '[for ap@contoso.example] Reminder: 100.00 EUR — Grüße, 你好',
      },
    ]);
    expect(letter.left()[0]).not.toHaveProperty('bcc');
    expect(await letter.row()).toMatchObject({ status: 'accepted', isRedirected: true });
    expect(await letter.row()).not.toHaveProperty('deliveredOn');
  });

  test('an address that is not to be contacted is passed over for the next', async () => {
    const policy = { contact: { doNotContact: { addresses: ['AP@contoso.example'] } } };
    const letter = await oneEmail({ policy, email: TO_CUSTOMER });

    await letter.send();

    expect(letter.left()).toMatchObject([{ to: 'cfo@contoso.example' }]);
  });

  test('where nobody may be contacted the e-mail is suppressed, with the reason', async () => {
    const addresses = ['ap@contoso.example', 'cfo@contoso.example'];
    const policy = { contact: { doNotContact: { addresses } } };
    const letter = await oneEmail({ policy, email: TO_CUSTOMER });

    await letter.send();

    expect(letter.left()).toEqual([]);
    expect(await letter.row()).toMatchObject({
      status: 'suppressed',
      because: 'ap@contoso.example, cfo@contoso.example: not to be contacted, by the policy',
    });
  });
});

describe('a contact that the transport refuses', () => {
  const refusing = (...refused: string[]) => ({
    async send({ to, id }: { to: string; id: string }): Promise<void> {
      if (refused.includes(to)) throw new EmailRefusedError(`Cannot send "${id}": no mailbox`);
      sent.push(to);
    },
  });
  const sent: string[] = [];

  test('is followed by the next one, and the operator hears of it', async () => {
    sent.length = 0;
    const transport = refusing('ap@contoso.example');
    const letter = await oneEmail({ email: TO_CUSTOMER, transport });

    await letter.send();
    await letter.work();

    expect(sent).toContain('cfo@contoso.example');
    expect(await letter.row()).toMatchObject({ status: 'accepted', attempt: 1 });
    expect(letter.alarms()).toEqual(['Not delivered: an e-mail to ap@contoso.example']);
  });

  test("a manager's digest falls back to the credit controller, then to the operator", async () => {
    sent.length = 0;
    const transport = refusing('anna@kestrel.example', 'credit@kestrel.example');
    const digest = await oneEmail({ transport });

    await digest.send();
    await digest.work();

    expect(sent.at(-1)).toBe('ops@kestrel.example');
    expect(await digest.row()).toMatchObject({
      status: 'accepted',
      missed: ['anna@kestrel.example', 'credit@kestrel.example'],
    });
  });

  test('of two who get it together is told to the operator, and the other has it', async () => {
    const transport: Partial<EmailTransport> = {
      send: async (_, onMissed) => onMissed?.({ contact: 'cfo@contoso.example', because: 'full' }),
    };
    const to = 'ap@contoso.example, cfo@contoso.example';
    const letter = await oneEmail({ email: { ...TO_CUSTOMER, to }, transport });

    await letter.send();

    expect((await letter.row()).status).toBe('accepted');
    expect(letter.alarms()).toEqual(['Not delivered: an e-mail to cfo@contoso.example']);
  });

  test('that asks to come back for two days is followed by the next, and keeps nobody waiting', async () => {
    sent.length = 0;
    const busy = { retryAfterSeconds: 300, isFault: false, isOfRecipient: true };
    const transport: Partial<EmailTransport> = {
      async send({ to }) {
        if (to === 'ap@contoso.example') throw new TransportClosedError('it is full (452)', busy);
        sent.push(to);
      },
    };
    const letter = await oneEmail({ email: TO_CUSTOMER, transport });

    const first = await letter.send();
    expect(first).toMatchObject({ kind: 'waits', because: 'it is full (452)' });
    expect(await letter.row()).toMatchObject({ status: 'queued', because: 'it is full (452)' });
    letter.night.now = '2026-03-19T08:59:00Z';
    await letter.work();
    expect(sent).toEqual([]);
    letter.night.now = '2026-03-19T09:05:00Z';
    await letter.work();

    expect(sent).toContain('cfo@contoso.example');
    expect(letter.alarms()).toEqual(['Not delivered: an e-mail to ap@contoso.example']);
  });

  test('that asks to come back a week after the night has two days like any other', async () => {
    const busy = { retryAfterSeconds: 3600, isFault: false, isOfRecipient: true };
    const transport: Partial<EmailTransport> = {
      send: () => Promise.reject(new TransportClosedError('it is full (452)', busy)),
    };
    const letter = await oneEmail({
      ...{ email: TO_CUSTOMER, transport, now: '2026-03-24T09:00:00Z' },
    });

    expect(await letter.send()).toMatchObject({ kind: 'waits', because: 'it is full (452)' });
    expect(letter.alarms()).toEqual([]);
  });

  test('and is the last one ends the e-mail as failed', async () => {
    const transport = refusing('ap@contoso.example', 'cfo@contoso.example');
    const letter = await oneEmail({ email: TO_CUSTOMER, transport });

    await letter.send();
    await letter.work();

    const row = await letter.row();
    expect(row.status).toBe('failed');
    expect(row.because).toContain('no mailbox');
  });
});
