/** What a start has to undo, last first, when it stops or fails half-way. */
export type StopList = {
  add(step: () => unknown): void;
  /** Every step is taken, whatever an earlier one throws. Asked again, it is the same stop. */
  stop(): Promise<void>;
};

export function stopList(): StopList {
  const steps: (() => unknown)[] = [];
  let stopping: Promise<void> | undefined;
  return {
    add: (step) => void steps.unshift(step),
    stop() {
      stopping ??= takeAll(steps);
      return stopping;
    },
  };
}

async function takeAll(steps: readonly (() => unknown)[]): Promise<void> {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  try {
    await step();
  } finally {
    await takeAll(rest);
  }
}
