import type { Delivered } from '../../../shared/decisions/circumstances.ts';
import type { HistoryEvent } from '../../../shared/decisions/customer-night.ts';
import type { CustomerState } from '../../../shared/decisions/customer-state.ts';
import type { EmailSummary } from '../../../shared/decisions/email/email.ts';
import type { CalendarDate } from '../../../shared/ledger/calendar-date.ts';
import type { CustomerId } from '../../../shared/ledger/customer.ts';
import type { DirectoryEntry } from '../../../shared/ledger/directory-entry.ts';
import type { Entry } from '../../../shared/ledger/entries.ts';
import type { KnownIdentity } from '../../../shared/ledger/known-identity.ts';
import type { CustomerResult } from '../../../shared/run/customer-result.ts';
import type { SortedRow } from '../../../shared/run/desk/desk-port.ts';
import type { Portfolio } from '../../../shared/run/desk/portfolio.ts';
import type { WaitingEmail } from '../../../shared/run/email/dispatch-ports.ts';
import type { OutgoingEmail } from '../../../shared/run/email/email-ports.ts';
import type { OutboxRow } from '../../../shared/run/email/outbox-row.ts';
import type { Pace } from '../../../shared/run/email/send-quota.ts';
import type { Move, StoredPart } from '../../../shared/run/loaded-customer.ts';
import type {
  CloseRun,
  DispatchEmails,
  EvaluateCustomers,
  PullSource,
  SendEmail,
} from '../../../shared/run/messages.ts';
import type { GivenUp, LastNight } from '../../../shared/run/ports.ts';
import type { Receipt } from '../../../shared/run/pull/pull-ports.ts';
import type { Reject, Run, RunId, SourceProgress } from '../../../shared/run/run.ts';
import { type EtagRows, etagRows } from './etag-rows.ts';

export type KeptIdentities = {
  readonly runId: RunId;
  readonly identities: readonly KnownIdentity[];
};

/** What outlives a worker: the tables, the queues, and what has left by e-mail. */
export type Memory = {
  readonly runs: EtagRows<Run>;
  /** By kind of run: who took its place last. */
  readonly places: EtagRows<Run>;
  readonly sources: EtagRows<SourceProgress>;
  readonly rejects: Map<string, Reject[]>;
  readonly results: Map<string, CustomerRow>;
  readonly listedEmails: Map<string, EmailSummary[]>;
  /** By customer, source and the id there. */
  readonly facts: EtagRows<StoredPart>;
  /** By source; with each a number that changes with every save. */
  readonly receipts: Map<string, { saves: number; readonly byKey: Map<string, Receipt> }>;
  readonly identities: Map<string, KeptIdentities>;
  /** By customer, and by what moved. */
  readonly moves: Map<string, Map<string, Move & { readonly key: string }>>;
  readonly states: EtagRows<StateRow>;
  /** By customer, kind and id: what people entered. */
  readonly entries: EtagRows<Entry>;
  readonly events: Map<string, readonly HistoryEvent[]>;
  readonly outbox: EtagRows<OutboxRow>;
  /** By run: what the desk shows of it. By day: which run its night was. */
  readonly deskNights: Map<string, InMemoryDeskNight>;
  readonly nights: Map<CalendarDate, RunId>;
  /** By customer: which letters reached it, and when. */
  readonly letters: Map<string, Delivered>;
  readonly directory: EtagRows<DirectoryEntry>;
  readonly pace: EtagRows<Pace>;
  /** By key: who stands in line, and until when nobody sees it. */
  readonly waitingEmails: Map<string, InLine>;
  /** What was sent, by operation id. */
  readonly sent: Map<string, SendEmail>;
  readonly messages: Message[];
  /** Messages that even their poison queue's handler could not take. */
  readonly lost: Message[];
  readonly delivered: Map<string, OutgoingEmail>;
  watchedSince: Date | undefined;
};

export type StateRow = {
  readonly state?: CustomerState;
  readonly last?: LastNight;
  readonly givenUp?: GivenUp;
};

export type InMemoryDeskNight = {
  readonly portfolio: Portfolio;
  readonly rows: readonly SortedRow[];
};

export type InLine = { readonly email: WaitingEmail; readonly hiddenUntil: number };

export type CustomerRow = {
  readonly customerId: CustomerId;
  readonly result: CustomerResult | undefined;
};

export type Job =
  | { readonly queue: 'pull-source'; readonly body: PullSource }
  | { readonly queue: 'evaluate-customers'; readonly body: EvaluateCustomers }
  | { readonly queue: 'close-run'; readonly body: CloseRun }
  | { readonly queue: 'send-email'; readonly body: SendEmail }
  | { readonly queue: 'dispatch-emails'; readonly body: DispatchEmails };

/** A job as it waits: how often it was tried, and whether it lies in its poison queue. */
export type Message = {
  readonly job: Job;
  readonly tries: number;
  readonly isPoison: boolean;
  /** Nobody sees it before. */
  readonly dueAt: number;
};

export const newMemory = (): Memory => ({
  runs: etagRows(),
  places: etagRows(),
  sources: etagRows(),
  rejects: new Map(),
  results: new Map(),
  listedEmails: new Map(),
  facts: etagRows(),
  receipts: new Map(),
  identities: new Map(),
  moves: new Map(),
  states: etagRows(),
  entries: etagRows(),
  events: new Map(),
  outbox: etagRows(),
  deskNights: new Map(),
  nights: new Map(),
  letters: new Map(),
  directory: etagRows(),
  pace: etagRows(),
  waitingEmails: new Map(),
  sent: new Map(),
  messages: [],
  lost: [],
  delivered: new Map(),
  watchedSince: undefined,
});
