import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idKindOf, knownCustomers } from '../../shared/evaluation/who-is-who.ts';
import { DirectoryEntry } from '../../shared/ledger/directory-entry.ts';
import { Identity } from '../../shared/ledger/identity.ts';
import { KnownIdentity } from '../../shared/ledger/known-identity.ts';

const TENANT = '6F0B2C1E-7a54-4a0e-9d51-0f6a3c1b2d77';
const OTHER = 'c8d1aaaa-7a54-4a0e-9d51-0f6a3c1b2d77';

type Rest<Whole> = Partial<Omit<Whole, 'id' | 'customerId'>>;

const inBooks = (id: string, rest: Rest<KnownIdentity> = {}): KnownIdentity =>
  KnownIdentity.parse({ id, customerId: id, ...rest });
const tenant = (id: string, rest: Rest<Identity> = {}): Identity =>
  Identity.parse({ id, tenantIds: [id], ...rest });
const entry = (customerId: string, ...tenantIds: string[]): DirectoryEntry =>
  DirectoryEntry.parse({ customerId, tenantIds, by: 'anna', at: '2026-03-17T09:00:00Z' });

function whoIsWho(
  known: readonly KnownIdentity[],
  entries: readonly DirectoryEntry[],
  found: readonly Identity[],
): readonly KnownIdentity[] {
  const customers = knownCustomers(entries, idKindOf(found));
  for (const each of known) customers.add(each);
  return customers.match(found);
}

const whose = (found: readonly KnownIdentity[]): string[] =>
  found.map(({ id, customerId, ambiguous }) => `${id} ${ambiguous ?? customerId}`);

describe('who is who', () => {
  test('a tenant is the customer that names its id, however the id is written', () => {
    const known = [inBooks('C-1', { tenantIds: [TENANT] }), inBooks('C-2')];

    expect(whose(whoIsWho(known, [], [tenant(TENANT.toLowerCase())]))).toEqual([
      `${TENANT.toLowerCase()} C-1`,
    ]);
  });

  test('what people entered comes before what the books say', () => {
    const known = [inBooks('C-1', { tenantIds: [TENANT] }), inBooks('C-2')];

    expect(whose(whoIsWho(known, [entry('C-2', TENANT)], [tenant(TENANT)]))).toEqual([
      `${TENANT} C-2`,
    ]);
  });

  test('two tenants that people entered for one customer are both its', () => {
    const found = whoIsWho(
      [inBooks('C-1')],
      [entry('C-1', TENANT, OTHER)],
      [tenant(TENANT), tenant(OTHER)],
    );

    expect(whose(found)).toEqual([`${TENANT} C-1`, `${OTHER} C-1`]);
  });

  test.each([
    ['the domain', { domains: ['Kestrel.Example'] }, { domains: ['kestrel.example'] }],
    ['the number', { registrationNumber: 'NL 8012.34' }, { registrationNumber: 'nl801234' }],
  ])('a tenant without an id in the books is who alone has %s', (_, books, portal) => {
    const found = whoIsWho([inBooks('C-1', books), inBooks('C-2')], [], [tenant(TENANT, portal)]);

    expect(whose(found)).toEqual([`${TENANT} C-1`]);
  });

  test('nobody is matched by name', () => {
    const found = whoIsWho(
      [inBooks('C-1', { name: 'Contoso' })],
      [],
      [tenant(TENANT, { name: 'Contoso' })],
    );

    expect(whose(found)).toEqual([`${TENANT} ${TENANT}`]);
  });

  test('a part of a domain, or another one under it, is another domain', () => {
    const known = [inBooks('C-1', { domains: ['kestrel.example'] })];

    expect(
      whose(whoIsWho(known, [], [tenant(TENANT, { domains: ['mail.kestrel.example'] })])),
    ).toEqual([`${TENANT} ${TENANT}`]);
  });

  test('who could be two is nobody of them, and says of whom', () => {
    const known = [
      inBooks('C-1', { domains: ['kestrel.example'] }),
      inBooks('C-2', { registrationNumber: '801234' }),
    ];
    const found = whoIsWho(
      known,
      [],
      [tenant(TENANT, { domains: ['kestrel.example'], registrationNumber: '801234' })],
    );

    expect(found).toMatchObject([
      { customerId: TENANT, ambiguous: 'its domain or registration number is of C-1 and C-2' },
    ]);
  });

  test('two tenants with one number are both nobody’s: either could be meant', () => {
    const known = [inBooks('C-1', { registrationNumber: '801234' })];
    const number = { registrationNumber: '801234' };

    const found = whoIsWho(known, [], [tenant('t-2', number), tenant('t-1', number)]);

    const why = 't-1 and t-2 share a domain or registration number with C-1';
    expect(found).toMatchObject([
      { customerId: 't-2', ambiguous: why },
      { customerId: 't-1', ambiguous: why },
    ]);
  });

  test('of thousands with one domain a few are named, and how many more there are', () => {
    const known = [inBooks('C-1', { domains: ['gmail.example'] })];
    const all = Array.from({ length: 3_000 }, (_, at) =>
      tenant(`t-${1_000 + at}`, { domains: ['gmail.example'] }),
    );

    const [first] = whoIsWho(known, [], all);

    expect(first?.ambiguous).toBe(
      't-1000 and t-1001 and t-1002 and t-1003 and t-1004 and 2995 more share a domain or registration number with C-1',
    );
  });

  test('an id that two customers name is nobody’s', () => {
    const known = [
      inBooks('C-1', { tenantIds: [TENANT] }),
      inBooks('C-2', { tenantIds: [TENANT] }),
    ];

    expect(whoIsWho(known, [], [tenant(TENANT)])).toMatchObject([
      { customerId: TENANT, ambiguous: 'its id is of C-1 and C-2' },
    ]);
  });

  test('who names a tenant is not given another by its domain: the id may be mistyped', () => {
    const known = [inBooks('C-1', { tenantIds: ['mistyped'], domains: ['kestrel.example'] })];

    expect(whose(whoIsWho(known, [], [tenant(TENANT, { domains: ['kestrel.example'] })]))).toEqual([
      `${TENANT} ${TENANT}`,
    ]);
  });

  test('an account of the books of record is who names its number, a tenant id or none', () => {
    const known = [inBooks('C-1', { accountingIds: ['10000'], tenantIds: [TENANT] })];
    const account = Identity.parse({ id: '10000', accountingIds: ['10000', 'guid'] });

    expect(whose(whoIsWho(known, [], [account]))).toEqual(['10000 C-1']);
  });
});

const few = fc.constantFrom('a', 'b', 'c', 'd');
const keys = fc.record({
  domains: fc.array(few, { maxLength: 2 }),
  registrationNumber: few,
  name: few,
});
const booksOf = fc.uniqueArray(
  fc
    .tuple(few, keys, fc.array(few, { maxLength: 1 }))
    .map(([id, rest, ids]) =>
      inBooks(`C-${id}`, { ...rest, tenantIds: ids.map((each) => `t-${each}`) }),
    ),
  { selector: ({ id }) => id },
);
const tenantsOf = fc.uniqueArray(
  fc.tuple(few, keys).map(([id, rest]) => tenant(`t-${id}`, rest)),
  { selector: ({ id }) => id },
);

describe('laws of who is who', () => {
  test('in whatever order they come, everybody is the same, and nobody is lost', () => {
    fc.assert(
      fc.property(booksOf, tenantsOf, (books, tenants) => {
        const found = whoIsWho(books, [], tenants);
        const turned = whoIsWho(books.toReversed(), [], tenants.toReversed());

        expect(found.map(({ id }) => id)).toEqual(tenants.map(({ id }) => id));
        expect(turned.toReversed()).toEqual(found);
      }),
    );
  });

  test('names change nothing', () => {
    fc.assert(
      fc.property(booksOf, tenantsOf, (books, tenants) => {
        const nameless = <Named extends { name?: string | undefined }>(all: readonly Named[]) =>
          all.map(({ name: _, ...rest }) => rest);

        const found = whoIsWho(books, [], tenants);

        expect(nameless(found)).toEqual(whoIsWho(nameless(books), [], nameless(tenants)));
      }),
    );
  });

  test('who is matched shares an id, or a domain or number that no other tenant looks for', () => {
    fc.assert(
      fc.property(booksOf, tenantsOf, (books, tenants) => {
        for (const each of whoIsWho(books, [], tenants)) {
          if (each.customerId === each.id) continue;
          const match = books.find(({ customerId }) => customerId === each.customerId);
          const shares =
            match?.tenantIds?.includes(each.id) ||
            match?.registrationNumber === each.registrationNumber ||
            match?.domains?.some((domain) => each.domains?.includes(domain));
          expect(shares).toBe(true);
        }
      }),
    );
  });
});
