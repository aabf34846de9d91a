import type { FakePartnerCenter } from './fake-partner-center.ts';

/** The settings that point the app at a fake, and at nothing else. */
export const fakeSettings = ({ url, application }: FakePartnerCenter): Record<string, string> => ({
  PARTNER_CENTER_TENANT: application.tenant,
  PARTNER_CENTER_CLIENT_ID: application.clientId,
  PARTNER_CENTER_CLIENT_SECRET: application.secret,
  PARTNER_CENTER_CERTIFICATE_FILE: '',
  PARTNER_CENTER_REFRESH_TOKEN: application.refreshTokens[0] ?? '',
  PARTNER_CENTER_VAULT: '',
  PARTNER_CENTER_URL: url,
  PARTNER_CENTER_LOGIN_URL: url,
});
