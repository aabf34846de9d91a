import { MAX_LISTED } from './bounded.ts';

/**
 * The first of very many in an order, as they come in, and how many there were. Without an order,
 * those that came first.
 */
export class Ranked<Item> {
  readonly #first: Item[] = [];
  readonly #compare: (a: Item, b: Item) => number;
  readonly #most: number;
  #count = 0;

  constructor(compare: (a: Item, b: Item) => number = () => 0, most = MAX_LISTED) {
    this.#compare = compare;
    this.#most = most;
  }

  add(item: Item): void {
    this.#count += 1;
    let [from, end] = [0, this.#first.length];
    while (from < end) {
      const middle = (from + end) >> 1;
      const other = this.#first[middle];
      if (other !== undefined && this.#compare(item, other) >= 0) from = middle + 1;
      else end = middle;
    }
    if (from >= this.#most) return;
    this.#first.splice(from, 0, item);
    if (this.#first.length > this.#most) this.#first.pop();
  }

  get count(): number {
    return this.#count;
  }

  get first(): readonly Item[] {
    return this.#first;
  }

  listed(): { items: Item[]; more: number } {
    return { items: [...this.#first], more: this.#count - this.#first.length };
  }
}
