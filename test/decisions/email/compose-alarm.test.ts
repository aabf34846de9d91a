import { expect, test } from 'vitest';
import { composeAlarm } from '../../../shared/decisions/email/compose-alarm.ts';
import { AS_OF, aPolicy, texts } from '../night-builders.ts';

const missed = { what: 'night-missing', asOf: AS_OF, hours: 26 } as const;

test('an alarm goes to the operator at once, says what is missing, and what to do', () => {
  const alarm = composeAlarm({ key: 'missed|2026-03-17', news: missed }, aPolicy());

  expect(alarm).toMatchObject({
    kind: 'alarm',
    to: 'ops@kestrel.example',
    subject: 'No night has completed by 17 March 2026',
    importance: 'high',
  });
  expect(texts(alarm)).toEqual([
    'Duewatch has to say that no night has completed in the last 26 hours.',
    'None has completed yet.',
    'See docs/runbook.md, “A missed night”.',
  ]);
});

test('one cause is one alarm, and another cause another', () => {
  const id = (key: string) => composeAlarm({ key, news: missed }, aPolicy())?.id;

  expect(id('missed|2026-03-17')).toBe(id('missed|2026-03-17'));
  expect(id('missed|2026-03-17')).not.toBe(id('missed|2026-03-18'));
});

test('an address of others cannot start a header', () => {
  const news = {
    what: 'undelivered',
    kind: 'letter',
    to: 'ap@contoso.example\r\nBcc: all@kestrel.example',
    subject: 'Second notice',
    because: 'the mailbox does not exist',
  } as const;

  expect(composeAlarm({ key: 'a', news }, aPolicy())?.subject).not.toMatch(/[\r\n]/);
});

test('nobody is told where the policy names no operator', () => {
  expect(composeAlarm({ key: 'a', news: missed }, aPolicy({ reseller: {} }))).toBeUndefined();
});
