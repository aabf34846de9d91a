import { parkedText } from '../../../decisions/email/compose-alarm.ts';
import type { AlarmNews } from '../../../decisions/email/content/operator-content.ts';
import type { EmailOf } from '../../../decisions/email/email.ts';
import { phraseIn } from '../../../languages/phrase-in.ts';
import { wordsOf } from '../../../languages/words-of.ts';
import { callout, paragraph } from './blocks.ts';
import type { View } from './view.ts';

/** Sections of the runbook, which is in English. */
const RUNBOOK = {
  missed: 'A missed night',
  parked: 'A poison message',
  stale: 'A stale source',
  undelivered: 'An e-mail that did not arrive',
  closed: 'No e-mail leaves',
};

export function alarmView({ content, language, subject }: EmailOf<'alarm'>): View {
  const words = wordsOf(language);
  const { brand, news } = content;
  const [first = subject, ...lines] = linesOf(news, language);
  return {
    language,
    brand,
    title: subject,
    preheader: first,
    blocks: [callout(first, 'bad'), ...lines.map(paragraph)],
    foot: [words.footer(brand.name)],
  };
}

function linesOf(news: AlarmNews, language: EmailOf<'alarm'>['language']): readonly string[] {
  const { alarm } = wordsOf(language);
  switch (news.what) {
    case 'stages-held':
      return [
        alarm.held(phraseIn(news.because, language).because),
        alarm.heldAdvice,
        alarm.seeRunbook(RUNBOOK.stale),
      ];
    case 'night-missing':
      return [
        alarm.missed(news.hours),
        alarm.lastEnded(news.lastFinishedAt),
        alarm.seeRunbook(RUNBOOK.missed),
      ];
    case 'parked':
      return [alarm.parked(parkedText(news, language)), alarm.seeRunbook(RUNBOOK.parked)];
    case 'undelivered':
      return [
        alarm.undelivered(news.kind, news.to, news.subject),
        alarm.undeliveredBecause(news.because),
        news.next === undefined ? alarm.nobodyInstead : alarm.sentInstead(news.next),
        alarm.seeRunbook(RUNBOOK.undelivered),
      ];
    case 'no-email-leaves':
      return [news.because, alarm.closed, alarm.seeRunbook(RUNBOOK.closed)];
  }
}
