import { z } from 'zod';
import { StartRun } from '../../run/start-run.ts';

export const PolicyAnswer = z.object({
  text: z.string(),
  /** With all its defaults. */
  policy: z.record(z.string(), z.unknown()),
});

export const DraftPolicy = z.strictObject({ text: z.string().max(200_000) });

export const PreviewPolicy = DraftPolicy.extend({ asOf: StartRun.shape.asOf });

export const PolicyProblems = z.object({ ok: z.boolean(), problems: z.array(z.string()) });
