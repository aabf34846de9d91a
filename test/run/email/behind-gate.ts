import type { Desk } from '../../../shared/run/desk/desk-port.ts';
import type { Receipts } from '../../../shared/run/pull/pull-ports.ts';
import type { Source } from '../../../shared/run/pull/source.ts';
import type { NightNeeds } from '../in-memory/night.ts';

/** Decides what happens to a call of a port: it takes effect, fails, or waits for its turn. */
export type Gate = <Result>(effect: () => Promise<Result>) => Promise<Result>;

/** Every call of every port passes the gate; a paged one does so at each page. */
export function behindGate(needs: NightNeeds, gate: Gate): NightNeeds {
  return {
    ...needs,
    runs: gated(needs.runs, gate),
    customers: gated(needs.customers, gate),
    desk: gatedDesk(needs.desk, gate),
    facts: gated(needs.facts, gate),
    receipts: gatedReceipts(needs.receipts, gate),
    directory: gated(needs.directory, gate),
    identities: gated(needs.identities, gate),
    outbox: gated(needs.outbox, gate),
    sentMessages: gated(needs.sentMessages, gate),
    pace: gated(needs.pace, gate),
    waitingEmails: gated(needs.waitingEmails, gate),
    queues: gated(needs.queues, gate),
    transport: gated(needs.transport, gate),
    policyText: () => gate(needs.policyText),
    sources: needs.sources.map((source) => gatedSource(source, gate)),
  };
}

const gatedDesk = (desk: Desk, gate: Gate): Desk => ({
  ...gated(desk, gate),
  open: (id) => gated(desk.open(id), gate, ['add', 'close']),
});

const gatedReceipts = (receipts: Receipts, gate: Gate): Receipts => ({
  open: async (run, source) => gated(await gate(() => receipts.open(run, source)), gate),
});

const gatedSource = (source: Source, gate: Gate): Source => ({
  ...source,
  open: async () => gated(await gate(() => source.open()), gate),
});

const PAGED: Readonly<Record<string, number>> = {
  customers: 1,
  results: 1,
  emails: 1,
  entries: 0,
  identities: 0,
};

/** One port, or client, whose calls pass the gate, but for those that answer at once. */
export function gated<Port extends object>(
  port: Port,
  gate: Gate,
  synchronous: readonly string[] = ['rejects', 'close'],
): Port {
  return new Proxy(port, {
    get(target, key) {
      const name = String(key);
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        if (synchronous.includes(name)) return Reflect.apply(member, target, args);
        const isPaged = PAGED[name] === args.length;
        if (isPaged) return gatedPages(Reflect.apply(member, target, args), gate);
        return gate(async () => Reflect.apply(member, target, args));
      };
    },
  });
}

async function* gatedPages(
  pages: AsyncIterable<unknown> | Iterable<unknown>,
  gate: Gate,
): AsyncGenerator<unknown> {
  const iterator =
    Symbol.asyncIterator in pages ? pages[Symbol.asyncIterator]() : pages[Symbol.iterator]();
  for (;;) {
    const next = await gate(async () => iterator.next());
    if (next.done === true) return;
    yield next.value;
  }
}
