import type { TemplateResult } from '../vendor/lit-html.js';
import type { Query } from './route.ts';

/** What a view may ask of the page around it. */
export type Screen = {
  /** What the person may do, as the API says; it decides again at every request. */
  readonly can: { readonly read: boolean; readonly control: boolean; readonly administer: boolean };
  /** Aborted when the person goes elsewhere. */
  readonly signal: AbortSignal;
  /** Shows this; called again, it changes only what differs. */
  show(content: TemplateResult): void;
  /** The page's title, in the window and for whoever hears it. */
  title(text: string): void;
  /**
   * What of the place is shown now, for the address: `step`, to which the back button leads, or
   * `same`, which takes the place of what was there.
   */
  note(query: Readonly<Record<string, string | undefined>>, how: 'step' | 'same'): void;
};

/** Shows one place of the page, from its address to its end. What it throws is shown as a failure. */
export type View = (screen: Screen, id: string | undefined, query: Query) => Promise<void>;
