import type fc from 'fast-check';
import { behindGate } from './email/behind-gate.ts';
import type { NightInMemory, NightNeeds } from './in-memory/night.ts';
import { workOnce } from './worker.ts';

/** Every call of a port waits for its turn, and the scheduler hands out the turns. */
export function interleaved({ needs }: NightInMemory, scheduler: fc.Scheduler): NightNeeds {
  return behindGate(needs, async (effect) => {
    await scheduler.schedule(Promise.resolve());
    return await effect();
  });
}

/** Works as long as any worker may still make messages. */
export async function workBeside(
  { memory }: NightInMemory,
  needs: NightNeeds,
  busy: Set<symbol>,
  scheduler: fc.Scheduler,
): Promise<void> {
  const me = Symbol('worker');
  while (memory.messages.length > 0 || busy.size > 0) {
    busy.add(me);
    const worked = await workOnce(memory, needs);
    busy.delete(me);
    if (!worked) await scheduler.schedule(Promise.resolve());
  }
}
