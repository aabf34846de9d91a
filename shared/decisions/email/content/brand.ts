import { z } from 'zod';
import type { Policy } from '../../../policy/policy.ts';

/** Whose e-mail it is, as its head and foot show it. */
export const Brand = z.object({
  name: z.string(),
  logoText: z.string(),
  accentColor: z.string(),
  imprint: z.string().optional(),
});
export type Brand = z.infer<typeof Brand>;

export function brandOf({ reseller }: Policy): Brand {
  const { logoText = reseller.name, accentColor, imprint } = reseller.look;
  return {
    name: reseller.name,
    logoText,
    accentColor,
    ...(imprint === undefined ? {} : { imprint }),
  };
}
