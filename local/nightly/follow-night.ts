import type { hearingRetries } from '../../shared/run/retries.ts';
import type { Progress } from '../commands/progress.ts';
import type { Timings } from './timings.ts';

/** Once for each reason: whoever waits at a desk wants to know for what, and not how often. */
export function noteOfRetries(progress: Progress): Parameters<typeof hearingRetries>[0] {
  const noted = new Set<string>();
  return ({ what, because }) => {
    const line = `Waiting to ${what} because of ${because}: it is tried again for up to half an hour, and the night goes on without it then. Ctrl-C stops the night`;
    if (!noted.has(line)) progress.note(line);
    noted.add(line);
  };
}

const STAGE_NAMES = {
  pull: 'Reading customers',
  evaluate: 'Evaluating customers',
  close: 'Closing the run',
  send: 'Sending e-mail',
} as const;

type Step = keyof typeof STAGE_NAMES;

/** A night that is refused has not begun. */
export function follower(progress: Progress, timings: Timings, onBegun: () => void) {
  let current: Step | undefined;
  let reading = '';
  return ({ step, done, total, source = '' }: SeenStep) => {
    onBegun();
    timings.begin(step);
    // Who looks only now and then sees the last customers evaluated when the run is closed already.
    if (done !== undefined && current === 'evaluate') progress.update(done, total);
    if (step !== current || source !== reading)
      progress.stage(stageName(step, source), countedIn(step, total), 'customers');
    if (done !== undefined && step === 'pull') progress.update(done);
    current = step;
    reading = source;
  };
}

type SeenStep = {
  readonly step: Step;
  readonly done?: number;
  readonly total?: number | undefined;
  readonly source?: string;
};

const stageName = (step: Step, source: string): string =>
  source === '' ? STAGE_NAMES[step] : `Reading ${source}`;

const countedIn = (step: Step, total: number | undefined): number | undefined =>
  step === 'evaluate' ? total : undefined;
