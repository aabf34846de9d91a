import { isActive } from '../../shared/run/run.ts';
import { behindGate, type Gate } from './email/behind-gate.ts';
import type { Message } from './in-memory/memory.ts';
import { type NightInMemory, nightInMemory } from './in-memory/night.ts';
import { startNight } from './run-night.ts';
import { workOnce, workUntilEmpty } from './worker.ts';

/** How a call goes wrong: the worker dies before or after its effect, or only the call fails. */
export const DEATHS = ['dies before', 'dies after', 'fails before', 'fails after'] as const;
export type Death = (typeof DEATHS)[number];

/** Nothing that a dead worker does after its death has an effect. */
export function deathAt(call: number, death: Death): { gate: Gate; hasStruck(): boolean } {
  let calls = 0;
  const hasStruck = (): boolean => calls >= call;
  const gate: Gate = async (effect) => {
    if (hasStruck() && death.startsWith('dies')) throw new Error('the worker is dead');
    calls += 1;
    if (calls !== call) return await effect();
    if (death.endsWith('after')) await effect();
    throw new Error(`the worker ${death} call ${call}`);
  };
  return { gate, hasStruck };
}

type Struck = { readonly night: NightInMemory; readonly struck: boolean };

/** A night whose worker dies at one call; another takes its message when it is visible again. */
export async function nightStruckAt(call: number, death: Death): Promise<Struck> {
  const night = nightInMemory();
  const { gate, hasStruck } = deathAt(call, death);
  const needs = behindGate(night.needs, gate);
  const alive = () => (hasStruck() ? night.needs : needs);
  await startNight(needs).catch(() => startNight(night.needs));
  for (;;) if (!(await workOnce(night.memory, alive()))) break;
  return { night, struck: hasStruck() };
}

/**
 * The dead worker's message stays invisible for long: the others go on without it, the operator
 * starts the night again where it is stuck, and only then the message is back.
 */
export async function nightStuckAt(call: number, death: Death): Promise<Struck> {
  const night = nightInMemory();
  const { memory } = night;
  const { gate, hasStruck } = deathAt(call, death);
  const needs = behindGate(night.needs, gate);
  let hidden: Message | undefined;
  await startNight(needs).catch(() => startNight(night.needs));
  while (!hasStruck() && (await workOnce(memory, needs)))
    if (hasStruck()) hidden = memory.messages.pop();
  await workUntilEmpty(memory, night.needs);

  night.now = '2026-03-17T03:00:00Z';
  if ((await night.needs.runs.recent(1)).some(isActive)) await startNight(night.needs);
  await workUntilEmpty(memory, night.needs);
  if (hidden !== undefined) memory.messages.push(hidden);
  await workUntilEmpty(memory, night.needs);
  return { night, struck: hasStruck() };
}
