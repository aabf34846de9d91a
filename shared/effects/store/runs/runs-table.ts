import type { TableClient } from '@azure/data-tables';
import type { Runs } from '../../../run/ports.ts';
import { runCustomerRows } from './run-customer-rows.ts';
import { runEmailRows } from './run-email-rows.ts';
import { runIndex } from './run-index.ts';
import { runPlaceRows } from './run-place-rows.ts';
import { runRejectRows } from './run-reject-rows.ts';
import { runResultRows } from './run-result-rows.ts';
import { runRows } from './run-rows.ts';
import { runSourceRows } from './run-source-rows.ts';
import { watchRow } from './watch-row.ts';

/** One partition per run, and one named `index` that lists them, newest first. */
export const runsTable = (table: TableClient): Runs => ({
  ...runRows(table),
  ...runIndex(table),
  ...runPlaceRows(table),
  ...runSourceRows(table),
  ...runRejectRows(table),
  ...runCustomerRows(table),
  ...runResultRows(table),
  ...runEmailRows(table),
  ...watchRow(table),
});
