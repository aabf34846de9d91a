import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charge, focusCsv, manifest, type ReadCosts, readCosts } from './cost-folder.ts';

const CENTS = fc.constantFrom('0.01', '1', '-0.02', '3e-2');
const anyCharge = fc
  .record(
    {
      cost: fc.oneof({ weight: 6, arbitrary: CENTS }, fc.constantFrom('x', '', '1e99', '"')),
      billed: fc.constantFrom('2026-02-01', '2026-03-01', 'x'),
      start: fc.constantFrom('2026-02-28T00:00Z', '2026-03-01T00:00Z', '2026-02-30'),
      customer: fc.constantFrom('a', 'b', 'ü', ''),
      service: fc.constantFrom('', 'VM', '"a\nb"', '\u0007', '"'),
      category: fc.constantFrom('Usage', 'Tax', '?'),
    },
    { requiredKeys: [] },
  )
  .map(charge);
const charges = fc.array(anyCharge, { maxLength: 12 });

const rowsOf = ({ counts }: ReadCosts): number => counts.reduce((sum, { rows }) => sum + rows, 0);

function expectNothingLost(read: ReadCosts): void {
  for (const { rows, accepted, rejected, duplicates } of read.counts)
    expect(accepted + rejected + duplicates).toBe(rows);
  expect(read.rejects).toHaveLength(read.counts.reduce((sum, { rejected }) => sum + rejected, 0));
}

test('every charge is accepted, rejected or told elsewhere, and none is two of these', async () => {
  await fc.assert(
    fc.asyncProperty(charges, charges, async (some, others) => {
      const [one, two] = [focusCsv(...some), gzipSync(focusCsv(...others))];
      const blobs = ['a.csv', 'b.csv.gz'].map((blobName) => ({ blobName }));
      const files = { 'a.csv': one, 'b.csv.gz': two };
      const newer = { at: '2026-03-18T00:00:00Z', blobs: [{ blobName: 'march.csv' }] };

      const plain = await readCosts(files);
      const exported = await readCosts({
        ...files,
        'march.csv': focusCsv(charge()),
        'manifest.json': manifest({ from: '2026-02-01', to: '2026-03-31', blobs }),
        'newer/manifest.json': manifest(newer),
      });

      expectNothingLost(plain);
      expectNothingLost(exported);
      expect(rowsOf(exported)).toBe(rowsOf(plain) + 1);
    }),
    { numRuns: 60 },
  );
});

test('what is spent is the sum of what is charged, in whatever order and parts', async () => {
  const cents = fc.array(fc.tuple(fc.integer({ min: -999, max: 999 }), fc.constantFrom('a', 'b')), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(cents, fc.nat(30), async (charged, cut) => {
      const rows = charged.map(([cost, customer]) => charge({ cost: `${cost}e-2`, customer }));
      const files = {
        'a.csv': focusCsv(...rows.slice(0, cut)),
        'b.csv': `${focusCsv(...rows.slice(cut).reverse())}\n`,
      };

      const { customers } = await readCosts(files);

      for (const { customerId, spend } of customers) {
        const sum = charged.reduce(
          (all, [cost, who]) => (who === customerId ? all + cost : all),
          0,
        );
        expect(spend.reduce((all, { minorUnits }) => all + minorUnits, 0)).toBe(sum);
      }
    }),
    { numRuns: 60 },
  );
});
