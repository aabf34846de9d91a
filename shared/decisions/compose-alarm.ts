import { paragraph } from './bounded-table.ts';
import type { Email } from './email.ts';
import { emailId } from './email-id.ts';
import { shortLine } from './literal-line.ts';

/** What the operator must hear now. `key` names the cause, so that one cause alarms once. */
export type Alarm = {
  readonly key: string;
  readonly operatorEmail: string;
  readonly subject: string;
  readonly lines: readonly string[];
};

export function composeAlarm({ key, operatorEmail, subject, lines }: Alarm): Email {
  return {
    id: emailId('alarm', [key]),
    kind: 'alarm',
    to: operatorEmail,
    subject: shortLine(subject, 200),
    customerIds: [],
    language: 'en',
    blocks: lines.map(paragraph),
  };
}
