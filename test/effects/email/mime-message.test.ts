import { describe, expect, test } from 'vitest';
import { mimeMessage } from '../../../shared/effects/email/mime-message.ts';
import type { OutgoingEmail } from '../../../shared/run/email/email-ports.ts';
import { outgoingEmail } from './outgoing-email.ts';
import { readMessage } from './read-message.ts';

const sent = async (over: Partial<OutgoingEmail> = {}) =>
  readMessage((await mimeMessage(outgoingEmail(over))).toString('latin1'));

test('a message carries who, to whom, what, when, and an id made of its own', async () => {
  const { headers } = await sent();

  expect([...headers].slice(0, 6)).toEqual([
    ['from', 'Kestrel Cloud <billing@kestrel.example>'],
    ['to', 'ap@contoso.example'],
    ['subject', 'Payment reminder from Kestrel Cloud: 4,200.00 EUR to pay'],
    ['message-id', '<520f2fe3-2750-5099-91fe-031126184686@kestrel.example>'],
    ['date', 'Tue, 17 Mar 2026 05:00:00 +0000'],
    ['mime-version', '1.0'],
  ]);
});

test('both parts arrive as they were rendered, in any script', async () => {
  const parts = { text: 'Dear Åsa = 川崎 שלום\n', html: '<p>Dear Åsa = 川崎 שלום</p>\n' };

  expect(await sent(parts)).toMatchObject(parts);
});

test('the same e-mail is the same bytes, so that a repeated send can be told', async () => {
  expect(await mimeMessage(outgoingEmail())).toEqual(await mimeMessage(outgoingEmail()));
});

describe('no header can be injected', () => {
  const injection = 'Contoso\r\nBcc: all@kestrel.example\r\n\r\nbody';

  test.each([
    { over: { subject: injection }, where: 'the subject' },
    {
      over: { from: { name: injection, address: 'billing@kestrel.example' } },
      where: 'the sender name',
    },
  ])('by $where: it stays one line', async ({ over }) => {
    const { headers } = await sent(over);

    expect([...headers.keys()]).toEqual([
      'from',
      'to',
      'subject',
      'message-id',
      'date',
      'mime-version',
      'content-type',
    ]);
  });

  test.each([
    { to: 'ap@contoso.example\r\nBcc: all@kestrel.example', because: 'of its line break' },
    { to: 'ap@contoso.example\nX', because: 'a line feed is a line break too' },
    { to: '', because: 'nobody is named' },
    { to: 'Contoso', because: 'that is a name' },
    { to: 'ap@contoso.example, Contoso', because: 'one of them is a name' },
    { to: 'ap@contoso@example', because: 'two signs leave the domain open' },
  ])('by the address "$to": it is refused because $because', async ({ to }) => {
    await expect(sent({ to })).rejects.toThrow(
      'Cannot address e-mail "520f2fe3-2750-5099-91fe-031126184686" with ',
    );
  });
});

test('a billing address may name several people', async () => {
  const { headers } = await sent({ to: 'AP <ap@contoso.example>; cfo@contoso.example' });

  expect(headers.get('to')).toBe('AP <ap@contoso.example>, cfo@contoso.example');
});

describe('what goes with a message', () => {
  const statement = {
    name: 'statement.csv',
    contentType: 'text/csv',
    content: Buffer.from('invoiceId,open\nINV-1,"4,200.00"\n'),
  };
  const bytesOf = async (over: Partial<OutgoingEmail>): Promise<string> =>
    (await mimeMessage(outgoingEmail(over))).toString('latin1');

  test('is attached under its name, as it was', async () => {
    const message = await bytesOf({ attachments: [statement] });

    expect(message).toMatch(/^Content-Type: text\/csv; name=statement\.csv\r$/m);
    expect(message).toContain(statement.content.toString('base64'));
  });

  test('is shown within the page when it has a content id', async () => {
    const message = await bytesOf({ attachments: [{ ...statement, contentId: 'chart-1' }] });

    expect(message).toMatch(/^Content-Id: <chart-1>\r$/im);
    expect(message).toMatch(/^Content-Type: multipart\/related;/m);
  });

  test('is marked where it is important, and says where answers go', async () => {
    const { headers } = await sent({ importance: 'high', replyTo: 'credit@kestrel.example' });

    expect(headers.get('x-priority')).toBe('1 (Highest)');
    expect(headers.get('importance')).toBe('High');
    expect(headers.get('reply-to')).toBe('credit@kestrel.example');
  });

  test('leaves the same bytes the same', async () => {
    const over = { attachments: [statement, { ...statement, contentId: 'chart-1' }] };

    expect(await bytesOf(over)).toBe(await bytesOf(over));
  });

  test('never tells who else was copied', async () => {
    expect(await bytesOf({ bcc: 'archive@kestrel.example' })).not.toContain('archive@');
  });
});
