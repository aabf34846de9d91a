import type { z } from 'zod';
import type { Language } from '../../languages/language.ts';
import type { Changes } from '../../run/report/run-changes.ts';
import type { Run } from '../../run/run.ts';
import type { RunChanges } from '../shapes/runs.ts';
import { runRow } from './run-row.ts';
import { rowSaidIn } from './said-in.ts';

export const changesAnswer = (
  run: Run,
  { base, stages, notices, ...counts }: Changes,
  language: Language,
): z.input<typeof RunChanges> => ({
  run: runRow(run),
  base: base === undefined ? null : runRow(base),
  stages: stages.map((each) => rowSaidIn(each, language)),
  notices: notices.map((each) => rowSaidIn(each, language)),
  ...counts,
});
