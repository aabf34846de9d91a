import type { CloseRunNeeds } from '../../../shared/run/close-run.ts';
import type { SendEmailNeeds } from '../../../shared/run/email/send-email.ts';
import type { EvaluateCustomersNeeds } from '../../../shared/run/evaluate-customers.ts';
import type { ParkMessageNeeds } from '../../../shared/run/park-message.ts';
import type { PullSourceNeeds } from '../../../shared/run/pull/pull-source.ts';
import type { WatchNightsNeeds } from '../../../shared/run/watch-nights.ts';
import { POLICY_TEXT, PORTFOLIO } from '../portfolio.ts';
import { inMemoryCustomers } from './customers.ts';
import { inMemoryDesk } from './desk.ts';
import { inMemoryDirectory } from './directory.ts';
import { inMemoryFacts } from './facts.ts';
import { inMemoryIdentities } from './identities.ts';
import { type Memory, newMemory } from './memory.ts';
import { inMemoryQueues } from './queues.ts';
import { inMemoryReceipts } from './receipts.ts';
import { inMemoryOutbox, inMemorySentMessages } from './run-emails.ts';
import { inMemoryRuns } from './runs.ts';
import { inMemorySource, type World } from './source.ts';
import { inMemoryTransport } from './transport.ts';
import { inMemoryPace, inMemoryWaitingEmails } from './waiting.ts';

/** All that the steps of a night need, as live.ts would give it. */
export type NightNeeds = CloseRunNeeds &
  EvaluateCustomersNeeds &
  ParkMessageNeeds &
  PullSourceNeeds &
  SendEmailNeeds &
  WatchNightsNeeds;

/** A whole Duewatch in memory. `world`, `policyText` and `now` are the test's to change. */
export type NightInMemory = {
  readonly memory: Memory;
  readonly world: World;
  now: string;
  policyText: string;
  readonly needs: NightNeeds;
};

export function nightInMemory({ copies = 1 }: { readonly copies?: number } = {}): NightInMemory {
  const memory = newMemory();
  const world: World = { customers: PORTFOLIO, newestAt: new Date('2026-03-16T23:00:00Z') };
  const night = { memory, world, now: '2026-03-17T02:00:00Z', policyText: POLICY_TEXT };
  const clock = (): Date => new Date(night.now);
  const needs: NightNeeds = {
    runs: inMemoryRuns(memory),
    customers: inMemoryCustomers(memory),
    desk: inMemoryDesk(memory),
    facts: inMemoryFacts(memory),
    receipts: inMemoryReceipts(memory),
    directory: inMemoryDirectory(memory),
    identities: inMemoryIdentities(memory),
    outbox: inMemoryOutbox(memory),
    queues: inMemoryQueues(memory, clock, copies),
    sources: [inMemorySource('files', world)],
    policyText: async () => ({ text: night.policyText, where: 'policy.json' }),
    clock,
    renderer: {
      render: ({ content }) => ({ text: JSON.stringify(content), html: '', attachments: [] }),
    },
    transport: inMemoryTransport(memory),
    sentMessages: inMemorySentMessages(memory),
    limits: undefined,
    pace: inMemoryPace(memory),
    waitingEmails: inMemoryWaitingEmails(memory),
    sender: 'duewatch@kestrel.example',
    runDeadlineHours: 6,
    nightMissingHours: 26,
  };
  return Object.assign(night, { needs });
}
