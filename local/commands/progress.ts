/** Tells a waiting person how far a command is. */
export type Progress = {
  /** Ends the stage before it. Without a `total`, nobody knows yet how much there is. */
  stage(name: string, total?: number, unit?: string): void;
  /** Cheap enough to call for every item. */
  update(done: number, total?: number): void;
  /** A line of its own, said at once; what is shown of the stage stays. */
  note(line: string): void;
  done(): void;
  /** Takes the bar away where it stands. To be called whatever happens: it keeps a command alive. */
  stop(): void;
};
