import { Ranked } from '../../decisions/email/ranked.ts';

/** The items of the highest rank, and no more of them than were asked for. */
export class Highest<Item> {
  readonly #ranked: Ranked<{ readonly item: Item; readonly rank: number }>;

  constructor(most: number) {
    this.#ranked = new Ranked((a, b) => b.rank - a.rank, most);
  }

  add(item: Item, rank: number): void {
    this.#ranked.add({ item, rank });
  }

  items(): Item[] {
    return this.#ranked.first.map(({ item }) => item);
  }
}
