import type { Notice } from '../decisions/customer-night.ts';
import type { CustomerResult } from './customer-result.ts';
import { finishCustomers } from './finish-customers.ts';
import type { LastNight, LoadedCustomer, Queues, Runs } from './ports.ts';
import { isActive, type Run, type RunId } from './run.ts';

export type LeftUntoldNeeds = {
  readonly runs: Runs;
  readonly queues: Queues;
};

/** Whether a run has told colleagues, or will, what it decided. Asked of one run by many customers. */
export type HasTold = (id: RunId) => Promise<'told' | 'under way' | 'untold'>;

export function hasTold(runs: Pick<Runs, 'load' | 'emails'>): HasTold {
  const known = new Map<RunId, ReturnType<HasTold>>();
  return (id) => {
    const answer = known.get(id) ?? askedOf(id, runs);
    known.set(id, answer);
    return answer;
  };
}

async function askedOf(id: RunId, runs: Pick<Runs, 'load' | 'emails'>): ReturnType<HasTold> {
  const run = (await runs.load(id))?.value;
  if (run === undefined) return 'told';
  if (isActive(run)) return 'under way';
  return run.status !== 'failed' || (await listsEmails(run, runs)) ? 'told' : 'untold';
}

/** A close lists its e-mails right before it queues them. */
async function listsEmails({ id }: Run, runs: Pick<Runs, 'emails'>): Promise<boolean> {
  for await (const _ of runs.emails(id)) return true;
  return false;
}

/**
 * What the customer's last run decided to tell colleagues and never will, as it was cancelled or
 * could not be closed: the state says it was told, so no night would find it new. Letters and
 * alerts left by themselves. A run still under way is told its result, and tells it.
 */
export async function leftUntold(
  { last }: LoadedCustomer,
  run: Run,
  told: HasTold,
  needs: LeftUntoldNeeds,
): Promise<readonly Notice[]> {
  if (last === undefined || last.night.notices.length === 0) return [];
  switch (await told(last.runId)) {
    case 'told':
      return [];
    case 'untold':
      return last.night.notices.flatMap(forColleagues);
    case 'under way':
      if (!run.dryRun) await finishCustomers(last.runId, [resultOf(last)], needs);
      return [];
  }
}

const forColleagues = ({ letter: _, ...notice }: Notice): Notice[] => {
  const tell = notice.tell.filter((each) => each !== 'customer');
  return tell.length === 0 ? [] : [{ ...notice, tell, hasWaited: true }];
};

/** What an evaluated customer leaves in its run. */
export const resultOf = ({ night, emails }: LastNight): CustomerResult => ({
  kind: 'evaluated',
  night,
  emails,
});
