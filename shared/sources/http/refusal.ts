import { z } from 'zod';
import { answerText } from './answer-text.ts';

/** The three bodies that refusals come with: Partner Center's, its gateway's, and OData's. */
const Body = z.object({
  code: z.coerce.string().optional(),
  description: z.string().optional(),
  message: z.string().optional(),
  error: z.object({ code: z.string().optional(), message: z.string().optional() }).optional(),
});

/** What a refusal says of itself; where it is no JSON of a known kind, its text. */
export function refusalOf(text: string): { code: string | undefined; description: string } {
  const body = Body.safeParse(parsed(text)).data;
  const said = body?.description ?? body?.message ?? body?.error?.message ?? text;
  return {
    code: body?.code ?? body?.error?.code,
    description: answerText(said) || 'without a text',
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
