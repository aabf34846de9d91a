import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type AcsFault, startFakeAcs } from '../../../local/acs/fake-acs.ts';
import { acsTransport } from '../../../shared/effects/email/acs-transport.ts';
import { EmailRefusedError, TransportClosedError } from '../../../shared/run/email/email-ports.ts';
import { outgoingEmail } from './outgoing-email.ts';

const acs = await startFakeAcs();
afterAll(() => acs.stop());

beforeEach(() => {
  acs.faults.length = 0;
  acs.taken.clear();
  acs.requests.length = 0;
  acs.suppressed.clear();
  acs.senders = undefined;
});

const transport = acsTransport(acs, { reportsDelivery: true });
const EMAIL = outgoingEmail();

/** What sending throws, if anything. */
const failure = async (email = EMAIL): Promise<unknown> =>
  transport.send(email).then(
    () => undefined,
    (error: unknown) => error,
  );

async function failureAfter(...faults: AcsFault[]): Promise<unknown> {
  acs.faults.push(...faults);
  return failure();
}

describe('an e-mail through Azure Communication Services', () => {
  test('arrives under its own operation id, with all that belongs to it', async () => {
    await transport.send(
      outgoingEmail({
        to: 'AP <ap@contoso.example>, cfo@contoso.example',
        bcc: 'archive@kestrel.example',
        replyTo: 'credit@kestrel.example',
        importance: 'high',
        subject: 'Reminder\r\nBcc: all@kestrel.example',
        attachments: [
          { name: 'a.csv', contentType: 'text/csv', content: Buffer.from('å'), contentId: 'c1' },
        ],
      }),
    );

    expect([...acs.taken.values()]).toEqual([
      {
        operationId: EMAIL.id,
        message: {
          senderAddress: 'billing@kestrel.example',
          content: {
            subject: 'Reminder Bcc: all@kestrel.example',
            plainText: EMAIL.text,
            html: EMAIL.html,
          },
          recipients: {
            to: [
              { address: 'ap@contoso.example', displayName: 'AP' },
              { address: 'cfo@contoso.example' },
            ],
            bcc: [{ address: 'archive@kestrel.example' }],
          },
          replyTo: [{ address: 'credit@kestrel.example' }],
          attachments: [
            { name: 'a.csv', contentType: 'text/csv', contentInBase64: 'w6U=', contentId: 'c1' },
          ],
          headers: { 'x-priority': '1', 'x-msmail-priority': 'High', importance: 'High' },
          userEngagementTrackingDisabled: true,
        },
      },
    ]);
  });

  test('that is sent twice is taken once', async () => {
    await transport.send(EMAIL);
    await transport.send(EMAIL);

    expect(acs.requests).toEqual([EMAIL.id, EMAIL.id]);
    expect(acs.taken.size).toBe(1);
  });

  test('counts as taken when only its status cannot be read', async () => {
    expect(await failureAfter({ kind: 'drop status' })).toBeUndefined();

    expect(acs.taken.size).toBe(1);
  });

  test.each<{ fault: AcsFault; because: string; retryAfterSeconds: number; isFault: boolean }>([
    {
      fault: { kind: 'status', status: 429, retryAfterSeconds: 1800 },
      because: 'its quota is used up',
      retryAfterSeconds: 1800,
      isFault: false,
    },
    {
      fault: { kind: 'status', status: 503 },
      because: 'it is not available',
      retryAfterSeconds: 60,
      isFault: false,
    },
    {
      fault: { kind: 'drop before' },
      because: 'the connection failed',
      retryAfterSeconds: 60,
      isFault: false,
    },
    {
      fault: { kind: 'status', status: 403, code: 'SubscriptionBlocked' },
      because: 'the subscription is blocked from sending',
      retryAfterSeconds: 900,
      isFault: true,
    },
  ])(
    'waits $retryAfterSeconds seconds after one request because $because',
    async ({ fault, because, retryAfterSeconds, isFault }) => {
      const error = await failureAfter(fault);

      expect(error).toBeInstanceOf(TransportClosedError);
      expect(error).toMatchObject({ retryAfterSeconds, isFault });
      expect(String(error)).toContain(because);
      expect(acs.requests).toHaveLength(1);
    },
  );

  test('is not lost when the connection breaks after it was taken', async () => {
    expect(await failureAfter({ kind: 'drop after' })).toBeInstanceOf(TransportClosedError);
    expect(await failure()).toBeUndefined();

    expect(acs.taken.size).toBe(1);
  });

  test('that makes the service fail is one try that went wrong', async () => {
    const error = await failureAfter({ kind: 'status', status: 500, code: 'InternalError' });

    expect(error).not.toBeInstanceOf(TransportClosedError);
    expect(String(error)).toContain('because of the mail service: InternalError');
  });

  test('that the service finds bad is refused for good', async () => {
    const error = await failureAfter({ kind: 'status', status: 400, code: 'InvalidEmailAddress' });

    expect(error).toBeInstanceOf(EmailRefusedError);
    expect(error).toMatchObject({ outcome: 'failed' });
  });

  test.each([
    { status: 400, code: 'BadRequest' },
    { status: 409, code: 'Conflict' },
  ])('that was taken has left, though sending it again is answered $status', async (answer) => {
    await transport.send(EMAIL);

    expect(await failureAfter({ kind: 'status', ...answer })).toBeUndefined();

    expect(acs.taken.size).toBe(1);
  });

  test('that was taken and suppressed is refused as that when it is sent again', async () => {
    acs.suppressed.add('ap@contoso.example');
    await failure();

    const error = await failureAfter({ kind: 'status', status: 400, code: 'BadRequest' });

    expect(error).toMatchObject({ outcome: 'suppressed' });
  });

  test('is not refused where nobody can tell whether it was taken', async () => {
    const bad = { kind: 'status', status: 400, code: 'BadRequest' } as const;

    expect(await failureAfter(bad, { kind: 'drop status' })).toBeInstanceOf(TransportClosedError);
  });

  test('whose first request is under way is tried again', async () => {
    const error = await failureAfter({ kind: 'status', status: 409, code: 'Conflict' });

    expect(error).not.toBeInstanceOf(EmailRefusedError);
    expect(String(error)).toContain('because of the mail service: Conflict');
  });

  test('to a suppressed recipient is refused with what that means', async () => {
    acs.suppressed.add('ap@contoso.example');

    const error = await failure();

    expect(error).toMatchObject({ outcome: 'suppressed' });
    expect(String(error)).toContain('suppresses its recipient');
  });

  test('gives up when no answer comes in time', async () => {
    const hasty = acsTransport(acs, { reportsDelivery: false, timeoutSeconds: 0.2 });
    acs.faults.push({ kind: 'silent' });

    await expect(hasty.send(EMAIL)).rejects.toThrow('no answer came within 0.2 seconds');
  });
});

describe('what the operator has to mend is told without a secret', () => {
  test('a sender whose domain is not linked', async () => {
    acs.senders = ['somebody@else.example'];

    const error = await failure();

    expect(error).toMatchObject({ isFault: true });
    expect(String(error)).toContain('the domain of EMAIL_FROM is not linked');
  });

  test('a wrong key', async () => {
    const wrong = `endpoint=${acs.endpoint};accesskey=c2VjcmV0`;

    const error: unknown = await acsTransport(
      { connectionString: wrong },
      { reportsDelivery: false },
    )
      .send(EMAIL)
      .catch((each: unknown) => each);

    expect(error).toMatchObject({ isFault: true });
    expect(String(error)).toContain('it refuses our key or identity');
    expect(String(error)).not.toContain('c2VjcmV0');
  });

  test('a wrong address', async () => {
    const wrong = 'endpoint=https://no-such-resource.invalid;accesskey=c2VjcmV0';

    const error: unknown = await acsTransport(
      { connectionString: wrong },
      { reportsDelivery: false },
    )
      .send(EMAIL)
      .catch((each: unknown) => each);

    expect(error).toBeInstanceOf(TransportClosedError);
    expect(String(error)).not.toContain('c2VjcmV0');
  });
});
