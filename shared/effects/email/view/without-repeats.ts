import type { Card } from './view.ts';

/** How a customer stands is shown with the first of its findings. */
export function withoutRepeats(cards: readonly Card[]): readonly Card[] {
  const shown = new Set<string>();
  const isNew = (card: Card, text: string): boolean => {
    const key = `${card.name}|${card.url}|${text}`;
    const isFirst = !shown.has(key);
    shown.add(key);
    return isFirst;
  };
  const onceOf = (card: Card, text: string | undefined): string | undefined =>
    text === undefined || isNew(card, text) ? text : undefined;
  return cards.map((card) => {
    const { chart, ...rest } = card;
    const once = {
      ...rest,
      money: onceOf(card, card.money),
      sub: onceOf(card, card.sub),
      bars: card.bars.filter(({ text }) => isNew(card, text)),
    };
    return chart === undefined || !isNew(card, chart.alt) ? once : { ...once, chart };
  });
}
