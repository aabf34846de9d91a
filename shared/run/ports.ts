import type { Delivered } from '../decisions/circumstances.ts';
import type { CustomerNight, HistoryEvent } from '../decisions/customer-night.ts';
import type { CustomerState } from '../decisions/customer-state.ts';
import type { Email, EmailSummary } from '../decisions/email/email.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerId } from '../ledger/customer.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { Entry } from '../ledger/entries.ts';
import type { CustomerResult } from './customer-result.ts';
import type { OutboxRow } from './email/outbox-row.ts';
import type { Delivery } from './loaded-customer.ts';
import type {
  CloseRun,
  DispatchEmails,
  EvaluateCustomers,
  PullSource,
  SendEmail,
} from './messages.ts';
import type { Reject, Run, RunId, SourceProgress } from './run.ts';

/** What is stored with what was read, to save it only where nobody else did meanwhile. */
export type Stored<Value> = { readonly value: Value; readonly etag: string };

/** Where an outbox row is: with its customer, or with the run. */
export type EmailPlace = { readonly runId: RunId; readonly customerId?: CustomerId | undefined };

export interface Runs {
  /** The last run that took the place of its kind; it may be over, or not be created yet. */
  holder(place: string): Promise<Stored<Run> | undefined>;
  /** Takes the place from the holder that was seen. Throws StaleError. */
  hold(place: string, before: Stored<Run> | undefined, run: Run): Promise<Stored<Run>>;
  /** False when a run of that id exists already. */
  create(run: Run): Promise<boolean>;
  load(id: RunId): Promise<Stored<Run> | undefined>;
  /** Throws StaleError. */
  save(stored: Stored<Run>, next: Run): Promise<Stored<Run>>;
  /** The first instant anybody asked this at: since then somebody watches whether nights happen. */
  watchedSince(now: Date): Promise<Date>;
  /** Newest first; with `after`, those before it. */
  recent(limit: number, after?: Pick<Run, 'id' | 'startedAt'>): Promise<readonly Run[]>;

  loadSources(id: RunId): Promise<readonly Stored<SourceProgress>[]>;
  /** Throws StaleError. */
  saveSource(
    id: RunId,
    stored: Stored<SourceProgress>,
    next: SourceProgress,
  ): Promise<Stored<SourceProgress>>;
  saveRejects(id: RunId, source: string, rejects: Iterable<Reject>): Promise<void>;
  rejects(id: RunId): AsyncIterable<Reject>;

  addCustomers(id: RunId, customerIds: readonly CustomerId[]): Promise<void>;
  /** All customers of the run in table order, by pages. */
  customers(id: RunId): AsyncIterable<readonly PendingCustomer[]>;
  pending(id: RunId, first: CustomerId, last: CustomerId): Promise<readonly CustomerId[]>;
  /** Results and the run's counts in one transaction, at most 99 results. Throws StaleError. */
  finishCustomers(stored: Stored<Run>, results: readonly CustomerResult[]): Promise<Stored<Run>>;
  /** In table order, by pages; with `after`, of the customers that follow it. */
  results(id: RunId, after?: CustomerId): AsyncIterable<readonly CustomerResult[]>;

  /**
   * Keeps e-mails of the run's own (digests, summaries; all of a dry run's, which are never sent);
   * one that is there stays as it is.
   */
  addEmails(run: Run, emails: readonly Email[]): Promise<void>;
  listEmails(id: RunId, emails: readonly EmailSummary[]): Promise<void>;
  emails(id: RunId): AsyncIterable<readonly EmailSummary[]>;
}

export type PendingCustomer = { readonly customerId: CustomerId; readonly done: boolean };

/** A customer as its partition holds it, ready to be decided about. */
export type LoadedCustomer = {
  readonly customerId: CustomerId;
  /** Those of the sources and of people together. */
  readonly facts: CustomerFacts;
  /** What people entered, as far as the run may see it. */
  readonly entries: readonly Stored<Entry>[];
  /** The day of the run that read the facts. */
  readonly factsAsOf: CalendarDate;
  /** The sources that say so, in the order of the run. */
  readonly toldBy: readonly string[];
  readonly state: CustomerState;
  /** Names what moved here since the last commit, of which the next one is the end. */
  readonly settles: readonly string[];
  /** Which letters reached the customer, and when: by notice, and as they are stored. */
  readonly delivered: Delivered;
  readonly deliveries: readonly Delivery[];
  /** What the last run concluded, if there was one: a run that comes again returns it. */
  readonly last: LastNight | undefined;
  /** The last run that ended without deciding about it, if one has since the last commit. */
  readonly givenUp: GivenUp | undefined;
  readonly etag: string | undefined;
  /** Its tenants in the portal, where it has any there. */
  readonly tenantIds: readonly string[];
};

export type GivenUp = { readonly runId: RunId; readonly because: string };

export type LastNight = {
  readonly runId: RunId;
  readonly night: CustomerNight;
  /** Its letter and its alerts. */
  readonly emails: readonly EmailSummary[];
};

export interface Customers {
  /** One query. Undefined where no source of the run knows the customer. */
  load(run: Run, customerId: CustomerId): Promise<LoadedCustomer | undefined>;
  /**
   * State, e-mails and history in one transaction, which also removes what no later night asks for:
   * deliveries that the state does not name. Throws StaleError.
   */
  commit(
    loaded: LoadedCustomer,
    next: CustomerState,
    last: LastNight,
    emails: readonly Email[],
    events: readonly HistoryEvent[],
  ): Promise<void>;
  /**
   * Nothing else is changed, but a commit of who loaded the customer before is stale, and who loads
   * it from now on knows. Throws StaleError.
   */
  giveUp(loaded: LoadedCustomer, givenUp: GivenUp): Promise<void>;
}

export interface Outbox {
  load(place: EmailPlace, emailId: string): Promise<Stored<OutboxRow> | undefined>;
  /**
   * Replaces the row. Where it has become `deliveredOn` a day, the notices of a customer's letter
   * are delivered with it. Throws StaleError.
   */
  save(place: EmailPlace, stored: Stored<OutboxRow>, next: OutboxRow): Promise<Stored<OutboxRow>>;
}

/** Which e-mail a transport's reports are about, by operation id. */
export interface SentMessages {
  remember(operationId: string, message: SendEmail): Promise<void>;
  find(operationId: string): Promise<SendEmail | undefined>;
}

export interface Queues {
  pullSource(message: PullSource): Promise<void>;
  evaluateCustomers(message: EvaluateCustomers): Promise<void>;
  closeRun(message: CloseRun): Promise<void>;
  /** Taken up at once, or after so many seconds. */
  sendEmail(message: SendEmail, afterSeconds?: number): Promise<void>;
  dispatchEmails(message: DispatchEmails, afterSeconds?: number): Promise<void>;
}

/** How many calls an API allows everybody here together. Asked for a few at a time. */
export interface CallAllowance {
  /** None granted: ask again at `until`. Some: make them before it. */
  claim(calls: number): Promise<{ readonly granted: number; readonly until: Date }>;
}
