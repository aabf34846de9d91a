import type { z } from 'zod';
import { CustomerId } from '../../ledger/customer.ts';
import { type ReadReportNeeds, readReport } from '../../run/report/night-report.ts';
import type { Run } from '../../run/run.ts';
import type { Report } from '../shapes/runs.ts';
import { placeIn, tokenOf } from '../token.ts';

const BOUNDS = { customers: 2_000, otherRows: 1_000 };

/** The whole report for a portfolio that one answer can carry, else the part that follows. */
export async function reportPart(
  run: Run,
  after: string | undefined,
  needs: ReadReportNeeds,
): Promise<z.input<typeof Report>> {
  const from = after === undefined ? undefined : placeIn(CustomerId, after);
  const { next, totals, ...report } = await readReport(run, needs, { ...BOUNDS, after: from });
  return {
    ...report,
    ...(totals !== undefined && { totals }),
    ...(next !== undefined && { next: tokenOf(next) }),
  };
}
