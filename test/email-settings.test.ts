import { describe, expect, test } from 'vitest';
import { liveLimits, liveTransport } from '../shared/live-email.ts';
import { chosenTransport, readSettings } from '../shared/settings.ts';

const settings = (over: Record<string, string> = {}) =>
  readSettings({ AzureWebJobsStorage: 'UseDevelopmentStorage=true', ...over });

const ACS = 'endpoint=https://kestrel.communication.azure.com/;accesskey=c2VjcmV0LWtleQ==';
const SMTP = 'smtps://kestrel:s3cret-word@mail.kestrel.example';

describe('where e-mail goes', () => {
  test.each<{ over: Record<string, string>; transport: string }>([
    { over: {}, transport: 'folder' },
    { over: { ACS_CONNECTION_STRING: ACS }, transport: 'acs' },
    { over: { ACS_ENDPOINT: 'https://kestrel.communication.azure.com' }, transport: 'acs' },
    { over: { SMTP_URL: SMTP }, transport: 'smtp' },
    {
      over: { SMTP_URL: SMTP, ACS_CONNECTION_STRING: ACS, EMAIL_TRANSPORT: 'smtp' },
      transport: 'smtp',
    },
    { over: { SMTP_URL: SMTP, EMAIL_TRANSPORT: 'folder' }, transport: 'folder' },
  ])('$transport, with $over', ({ over, transport }) => {
    expect(chosenTransport(settings(over))).toBe(transport);
  });

  test.each<{ over: Record<string, string>; because: string }>([
    {
      over: { SMTP_URL: SMTP, ACS_CONNECTION_STRING: ACS },
      because: 'SMTP_URL: is set beside Azure Communication Services',
    },
    {
      over: { ACS_ENDPOINT: 'https://kestrel.example', ACS_CONNECTION_STRING: ACS },
      because: 'ACS_ENDPOINT: is set beside ACS_CONNECTION_STRING',
    },
    { over: { EMAIL_TRANSPORT: 'acs' }, because: 'which needs ACS_CONNECTION_STRING' },
    { over: { EMAIL_TRANSPORT: 'smtp' }, because: 'which needs SMTP_URL' },
    {
      over: { ACS_CONNECTION_STRING: 'accesskey=c2VjcmV0LWtleQ==' },
      because: 'ACS_CONNECTION_STRING: expected endpoint=https',
    },
    { over: { SMTP_URL: 'kestrel:s3cret-word' }, because: 'SMTP_URL: expected an address' },
    { over: { DELIVERY_REPORTS_KEY: 's3cret-word' }, because: 'is too short to be secret' },
    { over: { EMAIL_PER_HOUR: '0' }, because: 'EMAIL_PER_HOUR' },
  ])('is refused, and no secret shown: $because', ({ over, because }) => {
    expect(() => settings(over)).toThrow(because);
    expect(() => settings(over)).not.toThrow(/c2VjcmV0|s3cret/);
  });

  test.each([
    { over: { DELIVERY_REPORTS_KEY: 'a-long-enough-key' }, reportsDelivery: true },
    { over: {}, reportsDelivery: false },
  ])('delivery is reported: $reportsDelivery, with $over', async ({ over, reportsDelivery }) => {
    const transport = await liveTransport(settings({ ACS_CONNECTION_STRING: ACS, ...over }));

    expect(transport.reportsDelivery).toBe(reportsDelivery);
  });
});

describe('how fast e-mail leaves', () => {
  test.each<{ over: Record<string, string>; limits: unknown; because: string }>([
    { over: {}, limits: undefined, because: 'a folder takes any number' },
    { over: { SMTP_URL: SMTP }, limits: undefined, because: 'so does our own server' },
    {
      over: { SMTP_URL: SMTP, EMAIL_PER_HOUR: '500' },
      limits: { perMinute: undefined, perHour: 500 },
      because: 'it was asked for',
    },
    {
      over: { ACS_CONNECTION_STRING: ACS },
      limits: { perMinute: 30, perHour: 100 },
      because: 'that is what Azure allows a domain of our own',
    },
    {
      over: { ACS_CONNECTION_STRING: ACS, EMAIL_FROM: 'DoNotReply@1f2e.azurecomm.net' },
      limits: { perMinute: 5, perHour: 10 },
      because: 'that is what Azure allows a domain of its own',
    },
    {
      over: { ACS_CONNECTION_STRING: ACS, EMAIL_PER_HOUR: '10000', EMAIL_PER_MINUTE: '600' },
      limits: { perMinute: 600, perHour: 10_000 },
      because: 'Azure has raised it',
    },
  ])('$limits because $because', ({ over, limits }) => {
    expect(liveLimits(settings(over))).toEqual(limits);
  });
});
