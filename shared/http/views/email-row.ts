import type { z } from 'zod';
import type { OutboxRow } from '../../run/email/outbox-row.ts';
import type { EmailPlace } from '../../run/ports.ts';
import { placeText } from '../email-place.ts';
import type { EmailRow } from '../shapes/emails.ts';

export const emailRow = (
  { email, asOf, status, because }: OutboxRow,
  place: EmailPlace,
): z.input<typeof EmailRow> => ({
  place: placeText(place),
  id: email.id,
  kind: email.kind,
  to: email.to,
  subject: email.subject,
  customerIds: email.customerIds,
  asOf,
  status,
  because: because ?? null,
});
