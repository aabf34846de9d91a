import { z } from 'zod';

/**
 * How many data rows a file has, and what became of them: the three add up to `rows`. A file that
 * is not whole was refused, or from some line on: what its rows add up to is not to be relied on.
 */
export const FileCounts = z.object({
  file: z.string(),
  rows: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  duplicates: z.int(),
  isWhole: z.int().transform((flag) => flag === 1),
});
export type FileCounts = z.infer<typeof FileCounts>;
