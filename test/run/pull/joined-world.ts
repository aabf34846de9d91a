import { DirectoryEntry } from '../../../shared/ledger/directory-entry.ts';
import { Identity } from '../../../shared/ledger/identity.ts';
import type { SourceFacts } from '../../../shared/ledger/source-facts.ts';
import { MonthToDateReading } from '../../../shared/ledger/spend.ts';
import { readReport } from '../../../shared/run/report/night-report.ts';
import { budget, facts, invoice } from '../../builders.ts';
import { type NightInMemory, nightInMemory } from '../in-memory/night.ts';
import { inMemorySource, type World } from '../in-memory/source.ts';
import { id } from '../portfolio.ts';

export const BY_ID = 't-by-id';
export const BY_DOMAIN = 't-by-domain';
export const STRANGER = 't-stranger';

/** Owes 100.00 EUR that is not due yet. */
const debtor = (customerId: string, known: Record<string, unknown> = {}) =>
  facts({
    customer: { customerId, name: customerId.toUpperCase(), ...known },
    invoices: [invoice({ invoiceId: `INV-${customerId}`, dueOn: '2026-04-10' })],
  });

const told = (tenantId: string, date: string, cents: number): SourceFacts => ({
  customerId: id(tenantId),
  name: tenantId,
  spend: [],
  readings: [MonthToDateReading.parse({ date, minorUnits: cents, currency: 'EUR' })],
  budgets: [budget(10_000)],
});

const tenant = (tenantId: string, domain: string): Identity =>
  Identity.parse({ id: tenantId, name: tenantId, tenantIds: [tenantId], domains: [domain] });

export const entry = (customerId: string, ...tenantIds: string[]): DirectoryEntry =>
  DirectoryEntry.parse({ customerId, tenantIds, by: 'anna', at: '2026-03-17T09:00:00Z' });

/** What a month had cost by a day, for all three tenants. */
export const portalOn = (date: string, cents: number): readonly SourceFacts[] =>
  [BY_DOMAIN, BY_ID, STRANGER].map((each) => told(each, date, cents));

export type JoinedNight = NightInMemory & { readonly portal: World };

/** Books that name one tenant, share a domain with another and know nothing of a third. */
export function joinedNight(options: Parameters<typeof nightInMemory>[0] = {}): JoinedNight {
  const night = nightInMemory(options);
  const books = [debtor('by-domain'), debtor('by-id'), debtor('no-tenant')];
  Object.assign(night.world, {
    customers: books,
    identities: [
      Identity.parse({ id: 'by-domain', domains: ['contoso.example'] }),
      Identity.parse({ id: 'by-id', tenantIds: [BY_ID.toUpperCase()] }),
      Identity.parse({ id: 'no-tenant' }),
    ],
  });
  const portal: World = {
    customers: portalOn('2026-03-16', 8_500),
    identities: [
      tenant(BY_DOMAIN, 'contoso.example'),
      tenant(BY_ID, 'other.example'),
      tenant(STRANGER, 'stranger.example'),
    ],
    listsTenants: true,
  };
  const sources = [...night.needs.sources, inMemorySource('partner-center', portal)];
  return Object.assign(night, { portal, needs: { ...night.needs, sources } });
}

export async function reportOf({ needs }: NightInMemory) {
  const [run] = await needs.runs.recent(1);
  if (run === undefined) throw new Error('there is no run');
  return await readReport(run, needs);
}
