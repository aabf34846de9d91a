import type { Brand } from '../../../decisions/email/content/brand.ts';
import type { Language } from '../../../languages/language.ts';

/** What a colour stands for; a word beside it always says the same. */
export type Tint = 'bad' | 'warn' | 'good' | 'calm';

/** A cell of a table: its text, what is less important below it, and where a name leads to. */
export type Cell = {
  readonly text: string;
  readonly sub?: string | undefined;
  readonly url?: string | undefined;
};

export type Column = { readonly title: string; readonly align: 'left' | 'right' };

export type Table = {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Sums, below a line. */
  readonly foot: readonly (readonly [label: string, amount: string])[];
};

/** How much of something is used; the text says it in figures. */
export type Bar = { readonly percent: number; readonly text: string; readonly tint: Tint };

/** Days of spend as a picture; `alt` says what there is to see. */
export type Chart = {
  readonly amounts: readonly number[];
  readonly usual: number;
  readonly alt: string;
};

/** A piece of news about a customer. */
export type Card = {
  readonly name: string;
  readonly url?: string | undefined;
  readonly what: string;
  readonly tint: Tint;
  readonly money: string | undefined;
  readonly moneyLabel: string;
  readonly sub: string | undefined;
  readonly because: string;
  readonly notes: readonly string[];
  readonly bars: readonly Bar[];
  readonly chart?: Chart | undefined;
};

/** Parts of a whole, side by side; shares are percents that add up to 100. */
export type Strip = {
  readonly kind: 'strip';
  readonly title: string;
  readonly parts: readonly {
    readonly label: string;
    readonly amount: string;
    readonly share: number;
    /** How pressing, from 0 to 1. */
    readonly heat: number;
  }[];
};

/** What an e-mail shows, in its reader's words, before anything decides how it looks. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isQuiet?: true }
  | { readonly kind: 'amounts'; readonly label: string; readonly amounts: readonly string[] }
  | { readonly kind: 'callout'; readonly text: string; readonly tint: Tint }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, text: string])[] }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'button'; readonly text: string; readonly url: string }
  | Strip
  | Table;

export type View = {
  readonly language: Language;
  readonly brand: Brand;
  readonly title: string;
  /** What an inbox shows beside the subject. */
  readonly preheader: string;
  readonly blocks: readonly Block[];
  readonly foot: readonly string[];
};
