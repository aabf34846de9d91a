import type { CustomerNight } from '../../../shared/decisions/customer-night.ts';
import {
  composeDigest,
  type DigestNight,
  type DigestRecipient,
} from '../../../shared/decisions/email/compose-digest.ts';
import type { DigestRole } from '../../../shared/decisions/email/digest-findings.ts';
import { addToDigest, digestTally } from '../../../shared/decisions/email/digest-tally.ts';

/** The digest of these nights for somebody of a role. */
export function digestOf(
  { role, ...recipient }: DigestRecipient & { readonly role: DigestRole },
  nights: readonly CustomerNight[],
  night: DigestNight,
) {
  const tally = digestTally(role);
  for (const each of nights) addToDigest(tally, each);
  return composeDigest(recipient, tally, night);
}
