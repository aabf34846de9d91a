import type { Email } from '../../../shared/decisions/email/email.ts';
import { dispatchEmails } from '../../../shared/run/email/dispatch-emails.ts';
import type { EmailTransport } from '../../../shared/run/email/email-ports.ts';
import { sendEmail } from '../../../shared/run/email/send-email.ts';
import type { SendLimits } from '../../../shared/run/email/send-quota.ts';
import { urgencyOf } from '../../../shared/run/email/urgency.ts';
import { createdRun } from '../../contracts/run-builders.ts';
import type { Memory, Message } from '../in-memory/memory.ts';
import { type NightNeeds, nightInMemory } from '../in-memory/night.ts';
import { anyEmail } from './any-email.ts';
import { behindGate, type Gate } from './behind-gate.ts';

const KINDS = ['digest', 'letter', 'letter', 'digest', 'alert'] as const;
const START = Date.parse('2026-03-17T02:00:00Z');
/** How long a dead worker's message stays hidden. */
const HIDDEN_MS = 60_000;
const FAR_TOO_LONG_MS = 40 * 24 * 3_600_000;

export type Sent = { readonly id: string; readonly kind: Email['kind']; readonly at: number };

export type Draining = {
  readonly emails: number;
  readonly limits: SendLimits;
  /** Of how many calls of a port one kills its worker. */
  readonly killedOneIn: number;
  /** A whole number below one million, another each time. */
  readonly random: () => number;
  readonly copies?: number;
  readonly workers?: number;
  /** Where they go, on a clock of their own; a list in memory unless told. */
  readonly transportAt?: (clock: () => Date) => EmailTransport;
};

/**
 * Many e-mails stand in line before the first may leave; then workers send them, each dying now
 * and then at any call, on a clock that moves when nobody has anything to do.
 */
export async function drained(wanted: Draining, stores: Partial<NightNeeds> = {}) {
  const { emails, limits, copies = 1, workers = 3 } = wanted;
  const night = nightInMemory({ copies });
  const { memory } = night;
  let now = START;
  const clock = (): Date => new Date(now);
  Object.defineProperty(night, 'now', { get: () => clock().toISOString() });
  const taker = wanted.transportAt?.(clock) ?? night.needs.transport;
  const needs: NightNeeds = { ...night.needs, ...stores, transport: taker, clock, limits };
  const run = await createdRun(needs.runs);
  const all = Array.from({ length: emails }, (_, index) =>
    anyEmail(KINDS[index % KINDS.length] ?? 'letter', `${run.id}|${index}`),
  );
  await needs.runs.addEmails(run, all);
  const stored = await needs.pace.load();
  await needs.pace.save(stored, {
    ...stored.value,
    closedUntil: new Date(START + 60_000).toISOString(),
  });
  for (const { id } of all) await sendEmail({ runId: run.id, emailId: id }, needs);

  const sent: Sent[] = [];
  let outOfOrder = 0;
  const transport: EmailTransport = {
    ...needs.transport,
    sendSeconds: 60,
    async send(email) {
      sent.push({ id: email.id, kind: email.kind, at: now });
      if (isPassedOver(memory, urgencyOf(email), now)) outOfOrder += 1;
      await needs.transport.send(email);
      now += 20;
    },
  };
  let deaths = 0;
  const work = async (message: Message): Promise<void> => {
    const { gate, isDead } = mortal(wanted);
    const mine = behindGate({ ...needs, transport }, gate);
    try {
      if (message.job.queue === 'send-email') await sendEmail(message.job.body, mine);
      else if (message.job.queue === 'dispatch-emails')
        await dispatchEmails(message.job.body, mine);
    } catch (error) {
      if (!isDead()) throw error;
      deaths += 1;
      memory.messages.push({ ...message, dueAt: now + HIDDEN_MS });
    }
  };
  for (let next = dueAt(memory); next !== undefined; next = dueAt(memory)) {
    if (now > START + FAR_TOO_LONG_MS) throw new Error('Cannot end because messages make messages');
    now = Math.max(now, next);
    const due = memory.messages.filter((each) => each.dueAt <= now).slice(0, workers);
    memory.messages.splice(0, Infinity, ...memory.messages.filter((each) => !due.includes(each)));
    await Promise.all(due.map(work));
  }
  const rows = await Promise.all(
    all.map(({ id }) => needs.outbox.load({ runId: run.id }, id).then((row) => row?.value.status)),
  );
  return { sent, outOfOrder, deaths, statuses: new Set(rows), inLine: memory.waitingEmails.size };
}

/** Somebody more urgent stood in line, seen by everybody, when another left. */
function isPassedOver({ waitingEmails }: Memory, urgency: number, now: number): boolean {
  for (const { email, hiddenUntil } of waitingEmails.values())
    if (hiddenUntil === 0 && email.urgency < urgency && now > 0) return true;
  return false;
}

/** Nothing that a dead worker does after its death has an effect. */
function mortal({ killedOneIn, random }: Draining): { gate: Gate; isDead(): boolean } {
  let isDead = false;
  const gate: Gate = async (effect) => {
    if (isDead) throw new Error('the worker is dead');
    const fate = random() % killedOneIn;
    const isStruck = killedOneIn < Infinity && fate === 0;
    if (isStruck && random() % 2 === 0) {
      isDead = true;
      throw new Error('the worker dies before');
    }
    const result = await effect();
    if (isStruck) {
      isDead = true;
      throw new Error('the worker dies after');
    }
    if (isDead) throw new Error('the worker is dead');
    return result;
  };
  return { gate, isDead: () => isDead };
}

const dueAt = ({ messages }: Memory): number | undefined =>
  messages.length === 0 ? undefined : Math.min(...messages.map((each) => each.dueAt));

/** The most that left in any span of so many seconds. */
export function mostWithin(seconds: number, sent: readonly Sent[]): number {
  let most = 0;
  let first = 0;
  for (const [index, { at }] of sent.entries()) {
    while ((sent[first]?.at ?? at) <= at - 1000 * seconds) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
