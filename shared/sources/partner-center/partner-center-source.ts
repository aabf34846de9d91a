import type { Identity } from '../../ledger/identity.ts';
import { PORTAL_SOURCE } from '../../run/portal-ports.ts';
import type { Source, SourceReading } from '../../run/pull/source.ts';
import type { AccessTokens } from '../http/surroundings.ts';
import { ListedCustomer } from './listed-customer.ts';
import { type StageNeeds, stageUsage } from './stage-usage.ts';
import { stagedUsage } from './staged-usage.ts';

export type PartnerCenterSourceNeeds = StageNeeds & { readonly application: AccessTokens };

/** Partner Center as a source of a run: what every customer's month has cost, and its budget. */
export const partnerCenterSource = (needs: PartnerCenterSourceNeeds): Source => ({
  name: PORTAL_SOURCE,
  isSpendOnly: true,
  listsTenants: true,
  location: needs.location,
  open: async () => reading(needs),
});

/**
 * The list of usage is begun at once, as who opens a source wants it in the end; meanwhile the list
 * of customers may be asked for. Neither can be read faster, a page tells where the next one is.
 */
function reading(needs: PartnerCenterSourceNeeds): SourceReading {
  const begun = stageUsage(needs).then(stagedUsage);
  let usage: SourceReading | undefined;
  // Whoever asks for customers is told what went wrong; nobody may ask.
  begun.catch(() => {});
  return {
    identities: () => identities(needs),
    async customers(after, limit) {
      usage = await begun;
      return await usage.customers(after, limit);
    },
    rejects: () => usage?.rejects() ?? [],
    get rejected() {
      return usage?.rejected ?? 0;
    },
    get duplicates() {
      return usage?.duplicates ?? 0;
    },
    get newestAt() {
      return usage?.newestAt;
    },
    get incomplete() {
      return usage?.incomplete;
    },
    close: () =>
      void begun.then(
        (read) => read.close(),
        () => {},
      ),
  };
}

/** As many as an answer may hold, so that the list takes few calls. */
const LIST_SIZE = 500;

/** Somebody who cannot be read has usage all the same, which is then listed as nobody's. */
async function* identities({
  calls,
  application,
}: PartnerCenterSourceNeeds): AsyncGenerator<Identity, void> {
  const asked = {
    what: 'read the customers of Partner Center',
    path: `/customers?size=${LIST_SIZE}`,
    tokens: application,
  };
  for await (const items of calls.pages(asked))
    for (const item of items) {
      const { data } = ListedCustomer.safeParse(item);
      if (data !== undefined) yield data;
    }
}
