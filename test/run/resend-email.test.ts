import { describe, expect, test } from 'vitest';
import { parkSendEmail } from '../../shared/run/park-message.ts';
import { cancelEmail, resendEmail } from '../../shared/run/resend-email.ts';
import { oneEmail } from './one-email.ts';

describe('an e-mail that is sent again by a person', () => {
  test('that failed on every try is repeated under the same operation id', async () => {
    const email = await oneEmail({ transport: { send: () => Promise.reject(new Error('full')) } });
    await expect(email.send()).rejects.toThrow('full');
    await parkSendEmail(email.message, email.needs);
    expect((await email.row()).status).toBe('failed');

    const change = await resendEmail(email.message, undefined, email.needs);
    expect(change).toMatchObject({ kind: 'done', row: { status: 'queued', attempt: 0 } });
  });

  test('to another address goes there, as another attempt', async () => {
    const email = await oneEmail({ policy: { contact: { doNotContact: { addresses: [] } } } });
    await cancelEmail(email.message, 'mia', email.needs);

    await resendEmail(email.message, 'new@kestrel.example', email.needs);
    await email.work();

    expect(email.left()).toMatchObject([{ to: 'new@kestrel.example' }]);
    expect(await email.row()).toMatchObject({ status: 'accepted', attempt: 1 });
  });

  test('that waits gets another message, and leaves once', async () => {
    const email = await oneEmail();

    await resendEmail(email.message, undefined, email.needs);
    await resendEmail(email.message, undefined, email.needs);
    await email.work();

    expect(email.left()).toHaveLength(1);
  });

  test('that has left is refused', async () => {
    const email = await oneEmail();
    await email.send();

    expect(await resendEmail(email.message, undefined, email.needs)).toEqual({
      kind: 'refused',
      because: 'it has left, and nothing says that it did not arrive',
    });
  });

  test('that nobody wrote is unknown', async () => {
    const email = await oneEmail();
    const emailId = '00000000-0000-4000-8000-000000000000';

    const message = { ...email.message, emailId };
    expect(await resendEmail(message, undefined, email.needs)).toEqual({ kind: 'unknown' });
  });
});

describe('an e-mail that is cancelled', () => {
  test('never leaves, and says by whom', async () => {
    const email = await oneEmail();

    await cancelEmail(email.message, 'mia@kestrel.example', email.needs);
    await email.send();

    expect(email.left()).toEqual([]);
    expect(await email.row()).toMatchObject({
      status: 'suppressed',
      because: 'it was cancelled by mia@kestrel.example',
    });
  });

  test('is too late once it has left', async () => {
    const email = await oneEmail();
    await email.send();

    expect(await cancelEmail(email.message, 'mia', email.needs)).toEqual({
      kind: 'refused',
      because: 'it is accepted',
    });
  });
});
