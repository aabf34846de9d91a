import type { Policy } from '../../policy/policy.ts';
import type { CustomerResult } from '../customer-result.ts';
import { isNight, type Run } from '../run.ts';
import { customerRows } from './customer-rows.ts';
import type { Desk } from './desk-port.ts';
import { addToPortfolio, newPortfolioTally, portfolioOf } from './portfolio-tally.ts';

/** Takes a night's results as they are read, and lays out what the desk shows of them. */
export type DeskLayout = {
  add(result: CustomerResult): void;
  save(): Promise<void>;
  close(): void;
};

/** A dry run and a run of one customer are no night, and leave the desk as it is. */
export function layOutDesk(run: Run, policy: Policy, desk: Desk): DeskLayout {
  if (!isNight(run))
    return { add: () => undefined, save: async () => undefined, close: () => undefined };
  const writer = desk.open(run.id);
  const tally = newPortfolioTally();
  return {
    add(result) {
      const rows = customerRows(result, policy);
      writer.add(rows);
      if (result.kind === 'evaluated')
        addToPortfolio(
          tally,
          result.night,
          rows.map(({ row }) => row),
          policy,
        );
    },
    save: () => writer.save(portfolioOf(tally, policy)),
    close: () => writer.close(),
  };
}
