export type Bell = {
  ring(): void;
  /** Ends at the next ring, at once if one came since the last wait, or after `ms` at the latest. */
  wait(ms: number): Promise<'rung' | 'late'>;
};

export function createBell(): Bell {
  let isRung = false;
  let wake = (): void => {};
  return {
    ring() {
      isRung = true;
      wake();
    },
    async wait(ms) {
      if (!isRung) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, ms);
        wake = resolve;
        await promise;
        clearTimeout(timer);
      }
      const woken = isRung ? 'rung' : 'late';
      isRung = false;
      return woken;
    },
  };
}
