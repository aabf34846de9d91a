import type { EmailOf } from '../../../decisions/email/email.ts';
import { wordsOf } from '../../../languages/words-of.ts';
import { callout, quiet } from './blocks.ts';
import { findingCard } from './finding-card.ts';
import type { Links } from './links.ts';
import type { View } from './view.ts';
import { withoutRepeats } from './without-repeats.ts';

export function alertView({ content, language, subject }: EmailOf<'alert'>, links: Links): View {
  const words = wordsOf(language);
  const { brand, customerName, customerId, asOf, findings } = content;
  const url = links.customer(customerId);
  return {
    language,
    brand,
    title: customerName,
    preheader: subject,
    blocks: [
      callout(words.digest.alertOpening(customerName), 'bad'),
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
