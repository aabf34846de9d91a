/** How much an e-mail has room for: news, and rows of each list of what is no news. */
export type Room = { readonly news: number; readonly rows: number };

export const ALL: Room = { news: Infinity, rows: Infinity };
