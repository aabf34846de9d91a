/** A ladder as tonight's facts show it. Stages are counted from the mildest; -1 is none. */
export type Climb = {
  readonly stages: number;
  readonly oneStep: boolean;
  readonly mayRise: boolean;
  /** Whether the stage is held by what counts. */
  readonly holds: (stage: number) => boolean;
  /** Whether it is held even without what waits: a promise, a hold on an invoice. */
  readonly pushes: (stage: number) => boolean;
  /** Whether a stage that is pushed to may be entered from where the ladder stands. */
  readonly mayEnter: (stage: number) => boolean;
};

/** Up where allowed, to the highest stage or one step; else as far down as the facts say. */
export function nextStage(
  from: number,
  { stages, oneStep, mayRise, holds, pushes, mayEnter }: Climb,
): number {
  const top = mayRise ? Math.min(oneStep ? from + 1 : stages, stages - 1) : from;
  for (let stage = top; stage > from; stage--) if (pushes(stage) && mayEnter(stage)) return stage;
  for (let stage = from; stage >= 0; stage--) if (holds(stage)) return stage;
  return -1;
}
