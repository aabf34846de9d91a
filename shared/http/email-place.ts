import { z } from 'zod';
import { CustomerId } from '../ledger/customer.ts';
import type { EmailPlace } from '../run/ports.ts';
import { RunId } from '../run/run.ts';
import { ProblemError } from './problems.ts';

const Place = z.union([z.tuple([RunId]), z.tuple([RunId, CustomerId])]);

/** `run` or `run~customer`, the customer in base64url, as ids may hold anything. */
export const placeText = ({ runId, customerId }: EmailPlace): string =>
  customerId === undefined ? runId : `${runId}~${Buffer.from(customerId).toString('base64url')}`;

export function placeOfText(text: string): EmailPlace {
  const [runId, customer] = text.split('~', 2);
  const decoded =
    customer === undefined ? [] : [Buffer.from(customer, 'base64url').toString('utf8')];
  const place = Place.safeParse([runId, ...decoded]);
  if (!place.success) throw new ProblemError(404, 'There is no such e-mail: see /api/emails');
  return { runId: place.data[0], customerId: place.data[1] };
}
