import type { CallAllowance } from '../../run/ports.ts';
import type { Source } from '../../run/pull/source.ts';
import { apiClient } from '../http/api-client.ts';
import type { Surroundings } from '../http/surroundings.ts';
import { type BusinessCentralAccess, companyUrl } from './access.ts';
import { businessCentralLists } from './odata-lists.ts';
import { businessCentralTokens } from './sign-in.ts';
import { stageBooks } from './stage-books.ts';
import { stagedBooks } from './staged-books.ts';

export type BusinessCentralNeeds = {
  readonly allowance: CallAllowance;
  readonly surroundings: Surroundings;
  readonly stagingFolder: string;
  readonly timeoutMs?: number;
  readonly pageSize?: number;
  /** Codes of dispute statuses that mean a dispute is over. */
  readonly settledDisputes?: readonly string[];
};

/** A company's receivables in Business Central as a source of a run. */
export function businessCentralSource(
  access: BusinessCentralAccess,
  needs: BusinessCentralNeeds,
): Source {
  const { allowance, surroundings, stagingFolder, timeoutMs, pageSize } = needs;
  const location = companyUrl(access);
  const client = apiClient({
    tokens: businessCentralTokens(access, surroundings),
    allowance,
    surroundings,
    idHeaders: { request: 'client-request-id', correlation: 'ms-correlation-x' },
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  const lists = businessCentralLists(client, location, pageSize);
  return {
    name: 'business-central',
    location,
    open: async () =>
      stagedBooks(
        await stageBooks({ lists, location, stagingFolder, now: surroundings.now }),
        needs.settledDisputes ?? [],
      ),
  };
}
