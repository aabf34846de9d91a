import { NO_STAGE } from '../course.ts';

const STAGE_COLORS = 8;

/** Off the ladder is calm; from the mildest stage on it gets hotter. */
export function stageColor(stage: string, stages: readonly string[]): string {
  if (stage === NO_STAGE) return 'var(--no-stage)';
  return `var(--stage-${(Math.max(stages.indexOf(stage), 0) % STAGE_COLORS) + 1})`;
}

export const policyColor = (at: number): string => (at === 0 ? 'var(--a)' : 'var(--b)');
