import { expect, test } from 'vitest';
import { composeAlarm } from '../../shared/decisions/compose-alarm.ts';

test('an alarm says what it is told to, on one line each, and once per cause', () => {
  const alarm = (key: string) =>
    composeAlarm({
      key,
      operatorEmail: 'ops@kestrel.example',
      subject: 'Last night is missing\r\nBcc: all@kestrel.example',
      lines: ['No run has completed since 2026-03-15.', 'Start one from the page.'],
    });

  expect(alarm('missed|2026-03-17')).toMatchObject({
    kind: 'alarm',
    to: 'ops@kestrel.example',
    subject: 'Last night is missing Bcc: all@kestrel.example',
    blocks: [
      { kind: 'paragraph', text: 'No run has completed since 2026-03-15.' },
      { kind: 'paragraph', text: 'Start one from the page.' },
    ],
  });
  expect(alarm('missed|2026-03-17').id).toBe(alarm('missed|2026-03-17').id);
  expect(alarm('missed|2026-03-17').id).not.toBe(alarm('missed|2026-03-18').id);
});
