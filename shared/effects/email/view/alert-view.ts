import type { EmailOf } from '../../../decisions/email/email.ts';
import type { Words } from '../../../languages/words.ts';
import { wordsOf } from '../../../languages/words-of.ts';
import { quiet } from './blocks.ts';
import { findingCard } from './finding-card.ts';
import type { Links } from './links.ts';
import { sentence } from './sentence.ts';
import type { View } from './view.ts';
import { withoutRepeats } from './without-repeats.ts';

/** What the subject leaves open: why. */
const preheaderOf = (
  { findings: [first] }: EmailOf<'alert'>['content'],
  { reason }: Words,
): string | undefined => first && sentence(first.because, reason(first.because));

export function alertView({ content, language, subject }: EmailOf<'alert'>, links: Links): View {
  const words = wordsOf(language);
  const { brand, customerName, customerId, asOf, findings } = content;
  const url = links.customer(customerId);
  return {
    language,
    brand,
    title: words.digest.alertOpening(customerName),
    preheader: preheaderOf(content, words) ?? subject,
    blocks: [
      {
        kind: 'cards',
        cards: withoutRepeats(findings.map((each) => findingCard(each, words, links))),
      },
      ...(url === undefined ? [] : [{ kind: 'button', text: words.openPage, url } as const]),
      quiet(words.digest.alertAgain),
    ],
    foot: [words.dataAsOf(asOf), words.footer(brand.name)],
  };
}
