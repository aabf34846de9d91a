import type { CustomerNight, Notice } from '../../decisions/customer-night.ts';
import type { CustomerId } from '../../ledger/customer.ts';
import { toDecimal } from '../../ledger/money.ts';
import type { CustomerResult } from '../customer-result.ts';
import type { Desk } from '../desk/desk-port.ts';
import type { Movement } from '../desk/portfolio.ts';
import type { Runs } from '../ports.ts';
import { isNight, type Run, type RunId } from '../run.ts';

const ROWS_SHOWN = 1_000;
const CHUNKS_AT_ONCE = 4;

type Counts = Record<string, { before: number; now: number }>;
type NoticeRow = Pick<Notice, 'currency' | 'kind' | 'tell' | 'because' | 'reason'> & {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly stage: string | null;
};

/** What a run decided otherwise than the night that it is compared with. */
export type Changes = {
  readonly base: Run | undefined;
  readonly stages: Movement[];
  stagesChanged: number;
  readonly notices: NoticeRow[];
  readonly noticeCounts: Counts;
  readonly emailCounts: Counts;
  customersAdded: number;
  customersGone: number;
};

export type RunChangesNeeds = { readonly runs: Runs; readonly desk: Desk };

/** A night is compared with the one before it, every other run with the last night. */
export async function runChanges(run: Run, needs: RunChangesNeeds): Promise<Changes> {
  const base = await baseOf(run, needs);
  const left = base === undefined ? new Map() : await stagesLeft(base, needs.desk);
  const changes: Changes = {
    base: base && (await needs.runs.load(base))?.value,
    stages: [],
    stagesChanged: 0,
    notices: [],
    noticeCounts: await noticesBefore(base, needs.desk),
    emailCounts: {},
    customersAdded: 0,
    customersGone: 0,
  };
  if (base !== undefined) await countEmails(changes.emailCounts, base, 'before', needs.runs);
  await countEmails(changes.emailCounts, run.id, 'now', needs.runs);
  for await (const page of needs.runs.results(run.id))
    for (const result of page) addResult(changes, left, result);
  if (run.customerId === undefined && isOver(run)) addGone(changes, left);
  return changes;
}

const isOver = ({ status }: Run): boolean => status.startsWith('completed');

async function baseOf(run: Run, { desk }: RunChangesNeeds): Promise<RunId | undefined> {
  const base = isNight(run) ? await desk.nightBefore(run.asOf) : await desk.nightOn(undefined);
  return base === run.id ? undefined : base;
}

/** By customer and currency: the stage that the night left, and how it is shown. */
type Left = Map<CustomerId, Map<string, Movement>>;

async function stagesLeft(base: RunId, desk: Desk): Promise<Left> {
  const left: Left = new Map();
  const night = await desk.night(base);
  const chunks = Math.ceil((night?.rows ?? 0) / (night?.rowsPerChunk ?? 1));
  for (let from = 0; from < chunks; from += CHUNKS_AT_ONCE)
    for (const row of (await desk.chunks(base, 'name', from, from + CHUNKS_AT_ONCE)).flat()) {
      const { customerId, name, currency, stage, overdue } = row;
      const byCurrency = left.get(customerId) ?? new Map<string, Movement>();
      left.set(customerId, byCurrency);
      if (currency !== null)
        byCurrency.set(currency, {
          customerId,
          name,
          currency,
          from: stage,
          to: null,
          because: 'the customer is not in the books any more',
          overdue,
        });
    }
  return left;
}

function addResult(changes: Changes, left: Left, result: CustomerResult): void {
  if (result.kind === 'failed') {
    left.delete(result.customerId);
    return;
  }
  const { customer, accounts, notices } = result.night;
  const { customerId, name } = customer;
  const before = left.get(customerId);
  if (before === undefined) changes.customersAdded += 1;
  left.delete(customerId);
  for (const account of accounts) {
    const from = before?.get(account.currency)?.from ?? null;
    if (from !== (account.stage ?? null)) addStage(changes, result.night, account, from);
  }
  for (const { currency, kind, stage, tell, because, reason } of notices) {
    countOf(changes.noticeCounts, kind).now += 1;
    if (changes.notices.length < ROWS_SHOWN)
      changes.notices.push({
        customerId,
        name,
        currency,
        kind,
        stage: stage ?? null,
        tell,
        because,
        reason,
      });
  }
}

function addStage(
  changes: Changes,
  { customer: { customerId, name } }: CustomerNight,
  { currency, stage, because, reason, overdue }: CustomerNight['accounts'][number],
  from: string | null,
): void {
  changes.stagesChanged += 1;
  if (changes.stages.length >= ROWS_SHOWN) return;
  const text = toDecimal({ minorUnits: overdue, currency });
  changes.stages.push({
    customerId,
    name,
    currency,
    from,
    to: stage ?? null,
    because,
    reason,
    overdue: text,
  });
}

function addGone(changes: Changes, left: Left): void {
  changes.customersGone = left.size;
  for (const byCurrency of left.values())
    for (const movement of byCurrency.values()) {
      if (movement.from === null) continue;
      changes.stagesChanged += 1;
      if (changes.stages.length < ROWS_SHOWN) changes.stages.push(movement);
    }
}

async function noticesBefore(base: RunId | undefined, desk: Desk): Promise<Counts> {
  const night = base === undefined ? undefined : await desk.night(base);
  return Object.fromEntries(
    Object.entries(night?.portfolio.noticeCounts ?? {}).map(([kind, before]) => [
      kind,
      { before, now: 0 },
    ]),
  );
}

async function countEmails(counts: Counts, id: RunId, when: 'before' | 'now', runs: Runs) {
  for await (const page of runs.emails(id))
    for (const { kind } of page) countOf(counts, kind)[when] += 1;
}

function countOf(counts: Counts, kind: string) {
  const known = counts[kind] ?? { before: 0, now: 0 };
  counts[kind] = known;
  return known;
}
