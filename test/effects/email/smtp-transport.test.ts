import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { smtpTransport } from '../../../shared/effects/email/smtp-transport.ts';
import { EmailRefusedError, TransportClosedError } from '../../../shared/run/email/email-ports.ts';
import { outgoingEmail } from './outgoing-email.ts';

const received: { readonly to: string[]; readonly message: string }[] = [];
/** What the server answers to an address, when it is not content. */
const refusals = new Map<string, number>();

const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  authOptional: true,
  allowInsecureAuth: true,
  onAuth: ({ password }, _session, done) =>
    password === 'right' ? done(null, { user: 'kestrel' }) : done(new Error('no')),
  onMailFrom: ({ address }, _session, done) => done(refusal(address)),
  onRcptTo: ({ address }, _session, done) => done(refusal(address)),
  onData: (stream, { envelope }, done) => {
    text(stream).then((message) => {
      received.push({
        to: envelope.rcptTo.map(({ address }: SMTPServerAddress) => address),
        message,
      });
      done();
    }, done);
  },
});

function refusal(address: string): Error | undefined {
  const code = refusals.get(address.toLowerCase());
  return code === undefined
    ? undefined
    : Object.assign(new Error('not here'), { responseCode: code });
}

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.server.address();
const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

beforeEach(() => {
  received.length = 0;
  refusals.clear();
});

const transport = smtpTransport(`smtp://${host}`);

async function failure(url = `smtp://${host}`): Promise<unknown> {
  return smtpTransport(url)
    .send(outgoingEmail())
    .then(
      () => undefined,
      (error: unknown) => error,
    );
}

describe('an e-mail through an SMTP server', () => {
  test('arrives with everybody in its envelope, the blind copy too, and unseen', async () => {
    await transport.send(
      outgoingEmail({ to: 'ap@contoso.example', bcc: 'archive@kestrel.example' }),
    );

    expect(received).toMatchObject([{ to: ['ap@contoso.example', 'archive@kestrel.example'] }]);
    expect(received[0]?.message).toContain('To: ap@contoso.example');
    expect(received[0]?.message).not.toContain('archive@kestrel.example');
  });

  test('is refused for good when its recipient is', async () => {
    refusals.set('ap@contoso.example', 550);

    const error = await failure();

    expect(error).toBeInstanceOf(EmailRefusedError);
    expect(received).toEqual([]);
  });

  test('is refused for good when the archive alone is taken', async () => {
    refusals.set('ap@contoso.example', 550);

    const sent = transport.send(outgoingEmail({ bcc: 'archive@kestrel.example' }));

    await expect(sent).rejects.toBeInstanceOf(EmailRefusedError);
  });

  test('waits when the archive alone is taken and its recipient has to come back', async () => {
    refusals.set('ap@contoso.example', 451);

    const sent = transport.send(outgoingEmail({ bcc: 'archive@kestrel.example' }));

    await expect(sent).rejects.toMatchObject({ isFault: false, retryAfterSeconds: 3600 });
  });

  test('says who does not get it where others do', async () => {
    refusals.set('cfo@contoso.example', 550);
    refusals.set('archive@kestrel.example', 452);
    const missed: string[] = [];

    await transport.send(
      outgoingEmail({
        to: 'ap@contoso.example, CFO@contoso.example',
        bcc: 'archive@kestrel.example',
      }),
      ({ contact }) => missed.push(contact),
    );

    expect(received).toMatchObject([{ to: ['ap@contoso.example'] }]);
    expect(missed.map((each) => each.toLowerCase())).toEqual([
      'cfo@contoso.example',
      'archive@kestrel.example',
    ]);
  });

  test('waits when the server asks to come back', async () => {
    refusals.set('ap@contoso.example', 451);

    expect(await failure()).toMatchObject({
      isFault: false,
      isOfRecipient: true,
      retryAfterSeconds: 3600,
    });
  });

  test.each([
    { url: `smtp://kestrel:s3cret-word@${host}`, because: 'it refuses our name or password' },
    { url: 'smtp://127.0.0.1:1', because: 'it cannot be reached' },
  ])('waits for the operator because $because', async ({ url, because }) => {
    const error = await failure(url);

    expect(error).toBeInstanceOf(TransportClosedError);
    expect(error).toMatchObject({ isFault: true });
    expect(String(error)).toContain(because);
    expect(String(error)).not.toContain('s3cret-word');
  });

  test('waits for the operator when its sender is not accepted', async () => {
    refusals.set('billing@kestrel.example', 553);

    const error = await failure();

    expect(error).toMatchObject({ isFault: true });
    expect(String(error)).toContain('it does not accept EMAIL_FROM');
  });
});
