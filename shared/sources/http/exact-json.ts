import { z } from 'zod';

const Source = z.object({ source: z.string() });

/**
 * Parses JSON with every number as the text it was written in: amounts come with more digits than
 * a float holds (120.56829999999999 is not what was sent). Throws SyntaxError.
 */
export const parseExactJson = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown, ...[context]: unknown[]) =>
    typeof value === 'number' ? Source.parse(context).source : value,
  );
