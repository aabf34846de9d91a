import type { CloseRunNeeds } from '../../shared/run/close-run.ts';
import type { EvaluateCustomersNeeds } from '../../shared/run/evaluate-customers.ts';
import type { ParkMessageNeeds } from '../../shared/run/park-message.ts';
import type { PullSourceNeeds } from '../../shared/run/pull-source.ts';
import type { SendEmailNeeds } from '../../shared/run/send-email.ts';
import type { WatchNightsNeeds } from '../../shared/run/watch-nights.ts';
import { inMemoryCustomers } from './in-memory-customers.ts';
import { inMemoryDesk } from './in-memory-desk.ts';
import { inMemoryDirectory } from './in-memory-directory.ts';
import { inMemoryFacts } from './in-memory-facts.ts';
import { inMemoryIdentities } from './in-memory-identities.ts';
import { inMemoryQueues } from './in-memory-queues.ts';
import { inMemoryReceipts } from './in-memory-receipts.ts';
import { inMemoryOutbox, inMemorySentMessages } from './in-memory-run-emails.ts';
import { inMemoryRuns } from './in-memory-runs.ts';
import { inMemorySource, type World } from './in-memory-source.ts';
import { inMemoryTransport } from './in-memory-transport.ts';
import { inMemoryPace, inMemoryWaitingEmails } from './in-memory-waiting.ts';
import { type Memory, newMemory } from './memory.ts';
import { POLICY_TEXT, PORTFOLIO } from './portfolio.ts';

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
