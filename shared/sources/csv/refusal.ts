/** A file that cannot be trusted from some line on is refused, for one reason. */
export type Refusal = {
  readonly kind: 'refused';
  readonly line: number;
  readonly column: string;
  readonly reason: string;
};
