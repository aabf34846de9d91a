import { z } from 'zod';

/** The three bodies that refusals come with: Partner Center's, its gateway's, and OData's. */
const Body = z.object({
  code: z.coerce.string().optional(),
  description: z.string().optional(),
  message: z.string().optional(),
  error: z.object({ code: z.string().optional(), message: z.string().optional() }).optional(),
});

const LONGEST = 300;

/** What a refusal says of itself; where it is no JSON of a known kind, its text. */
export function refusalOf(text: string): { code: string | undefined; description: string } {
  const body = Body.safeParse(parsed(text)).data;
  const said = body?.description ?? body?.message ?? body?.error?.message ?? text;
  const description = withoutTokens(said).replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);
  return { code: body?.code ?? body?.error?.code, description: description || 'without a text' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Some gateways quote the request that they refuse, its token included. */
const withoutTokens = (text: string): string =>
  text.replaceAll(/\bBearer\s+\S+/gi, 'Bearer …').replaceAll(/\beyJ[\w-]+(\.[\w-]+)*/g, '…');
