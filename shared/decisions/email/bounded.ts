/** An e-mail is read by a person: no list of it is longer. */
export const MAX_LISTED = 200;

/** The first of a list, and how many more there are. */
export const bounded = <Item>(
  all: readonly Item[],
  most: number = MAX_LISTED,
): { items: Item[]; more: number } => ({
  items: all.slice(0, most),
  more: Math.max(0, all.length - most),
});
