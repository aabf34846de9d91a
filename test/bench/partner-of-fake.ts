import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { FakePartnerCenter } from '../../local/partner-center/fake-partner-center.ts';
import { fakeSettings } from '../../local/partner-center/fake-settings.ts';
import { partnerCenter } from '../../shared/sources/partner-center/partner-center.ts';
import { localAllowance } from '../sources/http/local-allowance.ts';

export const PartnerSettings = z.object({
  PARTNER_CENTER_TENANT: z.string(),
  PARTNER_CENTER_CLIENT_ID: z.string(),
  PARTNER_CENTER_CLIENT_SECRET: z.string(),
  PARTNER_CENTER_REFRESH_TOKEN: z.string(),
  PARTNER_CENTER_URL: z.string(),
});

/** Partner Center as the app has it, without storage to share its calls through. */
export function partnerOf(set: z.infer<typeof PartnerSettings>, stagingFolder: string) {
  const now = (): Date => new Date();
  return partnerCenter(
    {
      tenant: set.PARTNER_CENTER_TENANT,
      clientId: set.PARTNER_CENTER_CLIENT_ID,
      credential: { kind: 'secret', secret: set.PARTNER_CENTER_CLIENT_SECRET },
      cloud: 'global',
      apiUrl: set.PARTNER_CENTER_URL,
      loginUrl: set.PARTNER_CENTER_URL,
    },
    {
      refreshTokens: { read: async () => set.PARTNER_CENTER_REFRESH_TOKEN, keep: async () => {} },
      allowance: localAllowance(500, now),
      surroundings: {
        fetch: globalThis.fetch,
        now,
        sleep: (ms) => setTimeout(ms),
        random: Math.random,
        onRetry: () => {},
      },
      stagingFolder,
    },
  );
}

export const fakePartner = (fake: FakePartnerCenter, stagingFolder: string) =>
  partnerOf(PartnerSettings.parse(fakeSettings(fake)), stagingFolder);
