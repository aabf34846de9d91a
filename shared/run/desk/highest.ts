/** The items of the highest rank, and no more of them than were asked for. */
export class Highest<Item> {
  readonly #most: number;
  readonly #kept: { readonly item: Item; readonly rank: number }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(item: Item, rank: number): void {
    const lowest = this.#kept.at(-1);
    if (this.#kept.length >= this.#most && lowest !== undefined && rank <= lowest.rank) return;
    const at = this.#kept.findIndex((each) => each.rank < rank);
    this.#kept.splice(at < 0 ? this.#kept.length : at, 0, { item, rank });
    if (this.#kept.length > this.#most) this.#kept.pop();
  }

  items(): Item[] {
    return this.#kept.map(({ item }) => item);
  }
}
