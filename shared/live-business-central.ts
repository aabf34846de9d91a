import type { TableClient } from '@azure/data-tables';
import { callAllowanceTable } from './effects/store/call-allowance-table.ts';
import type { Source } from './run/pull/source.ts';
import type { Settings } from './settings.ts';
import { CALLS_PER_MINUTE } from './sources/business-central/access.ts';
import { businessCentralSource } from './sources/business-central/business-central.ts';
import type { Surroundings } from './sources/http/surroundings.ts';

/** The books in Business Central where its settings are there. All workers share its calls. */
export function liveBusinessCentral(
  set: Settings,
  table: TableClient,
  surroundings: Surroundings,
): readonly Source[] {
  const { BUSINESS_CENTRAL_TENANT: tenant, BUSINESS_CENTRAL_COMPANY: company } = set;
  const { BUSINESS_CENTRAL_CLIENT_ID: clientId, BUSINESS_CENTRAL_CLIENT_SECRET: secret } = set;
  if (tenant === undefined || company === undefined) return [];
  if (clientId === undefined || secret === undefined) return [];
  const { BUSINESS_CENTRAL_URL: apiUrl, BUSINESS_CENTRAL_LOGIN_URL: loginUrl } = set;
  const access = {
    tenant,
    environment: set.BUSINESS_CENTRAL_ENVIRONMENT,
    company,
    clientId,
    secret,
    ...(apiUrl !== undefined && { apiUrl: apiUrl.replace(/\/+$/, '') }),
    ...(loginUrl !== undefined && { loginUrl: loginUrl.replace(/\/+$/, '') }),
  };
  const ceiling = { of: `business central ${tenant}`, perMinute: CALLS_PER_MINUTE };
  const allowance = callAllowanceTable(table, ceiling, surroundings.now);
  const { STAGING_FOLDER: stagingFolder, BUSINESS_CENTRAL_SETTLED_DISPUTES: settledDisputes } = set;
  return [
    businessCentralSource(access, { allowance, surroundings, stagingFolder, settledDisputes }),
  ];
}
