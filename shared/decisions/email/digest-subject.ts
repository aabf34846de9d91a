import type { Language } from '../../languages/language.ts';
import { wordsOf } from '../../languages/words-of.ts';
import type { Finding } from './digest-findings.ts';
import type { Recovered } from './digest-recovered.ts';
import { shortLine } from './literal-line.ts';

type News = {
  readonly needAttention: number;
  readonly worst: Finding | undefined;
  readonly cameDown: number;
  readonly first: Recovered | undefined;
};

/** The subject carries the news: how many, who is worst, and by how much. */
export function digestSubject(
  { needAttention, worst, cameDown, first }: News,
  language: Language,
): string {
  const { digest } = wordsOf(language);
  if (worst !== undefined)
    return `${digest.attention(needAttention)}: ${worst.isUrgent ? `${digest.urgent.toUpperCase()} ` : ''}${headlineOf(worst, language)}`;
  if (first === undefined) return digest.cameDown(0);
  const was = shortLine(wasText(first, language), 60);
  return `${digest.cameDown(cameDown)}: ${digest.cameDownFrom(shortLine(first.customerName, 60), was)}`;
}

/** "Contoso final notice, 4,200.00 EUR overdue" */
export function headlineOf(
  { customerName, kind, stage, overdue, exposure = 0, currency }: Headline,
  language: Language,
): string {
  const { digest, figures } = wordsOf(language);
  const risk = (minorUnits: number, state: string): string | undefined =>
    minorUnits > 0 ? `${figures.money({ minorUnits, currency })} ${state}` : undefined;
  const what = shortLine(digest.trouble[kind](stage), 60);
  return digest.headline(
    shortLine(customerName, 60),
    what,
    risk(overdue, digest.overdue) ?? risk(exposure, digest.atRisk),
  );
}

type Headline = Pick<Finding, 'customerName' | 'kind' | 'stage' | 'overdue' | 'currency'> & {
  readonly exposure?: number | undefined;
};

export function wasText(
  { kind, stage }: Pick<Recovered, 'kind' | 'stage'>,
  language: Language,
): string {
  const { digest } = wordsOf(language);
  return kind === 'recovery' ? digest.stage(stage) : digest.trouble['budget-forecast'](stage);
}
