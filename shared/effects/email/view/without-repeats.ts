import type { Card } from './view.ts';

/** What there is to see of a customer's spend is shown with the first of its findings. */
export function withoutRepeats(cards: readonly Card[]): readonly Card[] {
  const shown = new Set<string>();
  const isNew = (card: Card, text: string): boolean => {
    const key = `${card.name}|${card.url}|${text}`;
    const isFirst = !shown.has(key);
    shown.add(key);
    return isFirst;
  };
  return cards.map((card) => {
    const { chart, ...rest } = card;
    const bars = card.bars.filter(({ text }) => isNew(card, text));
    return chart === undefined || !isNew(card, chart.alt)
      ? { ...rest, bars }
      : { ...rest, bars, chart };
  });
}
