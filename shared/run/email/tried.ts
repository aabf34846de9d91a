/** What came of a try: nothing is left to do, this e-mail waits, or the transport takes none. */
export type Tried =
  | { readonly kind: 'settled' }
  | { readonly kind: 'waits'; readonly until: Date; readonly because: string }
  | {
      readonly kind: 'closed';
      readonly until: Date;
      readonly because: string;
      readonly isFault: boolean;
    };
