import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { sourceProblems, transportProblems } from './settings-problems.ts';

/** Six fields, seconds first: the platform's NCRONTAB. */
const Schedule = z
  .string()
  .regex(/^\s*(\S+\s+){5}\S+\s*$/, 'expected six cron fields, seconds first: 0 0 2 * * *');

const Hours = z.coerce.number().positive();
const Count = z.coerce.number().int().positive();

/** A tenant by its id, or by a domain of it. */
const TenantName = z
  .string()
  .regex(
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]+(\.[\w-]+)+)$/i,
    "expected your own (partner) tenant's id or domain: copy it from Overview in Entra",
  );

/** Several codes, as one would write them: RESOLVED;CLOSED. */
const Codes = z.string().transform((text) =>
  text
    .split(/[;,]/)
    .map((each) => each.trim())
    .filter(Boolean),
);

/** An empty setting is one that is not set: that is how portals clear them. */
const Environment = z.object({
  AzureWebJobsStorage: z.string().optional(),
  AzureWebJobsStorage__accountName: z.string().optional(),
  /** The platform sets it, and nobody else: this is an instance in Azure. */
  WEBSITE_SITE_NAME: z.string().optional(),
  FILES_FOLDER: z.string().optional(),
  FILES_CONTAINER: z.string().optional(),
  FOCUS_FOLDER: z.string().optional(),
  FOCUS_CONTAINER: z.string().optional(),
  PARTNER_CENTER_TENANT: TenantName.optional(),
  PARTNER_CENTER_CLIENT_ID: z.guid('expected the id of an application, a GUID').optional(),
  PARTNER_CENTER_CLIENT_SECRET: z.string().optional(),
  PARTNER_CENTER_CERTIFICATE_FILE: z.string().optional(),
  PARTNER_CENTER_REFRESH_TOKEN: z.string().optional(),
  PARTNER_CENTER_VAULT: z.url('expected the address of a Key Vault').optional(),
  PARTNER_CENTER_VAULT_SECRET: z.string().default('partner-center-refresh-token'),
  PARTNER_CENTER_CLOUD: z.enum(['global', 'us-government']).default('global'),
  PARTNER_CENTER_URL: z.url().optional(),
  PARTNER_CENTER_LOGIN_URL: z.url().optional(),
  BUSINESS_CENTRAL_TENANT: TenantName.optional(),
  BUSINESS_CENTRAL_ENVIRONMENT: z.string().default('Production'),
  BUSINESS_CENTRAL_COMPANY: z.guid('expected the id of a company, a GUID').optional(),
  BUSINESS_CENTRAL_CLIENT_ID: z.guid('expected the id of an application, a GUID').optional(),
  BUSINESS_CENTRAL_CLIENT_SECRET: z.string().optional(),
  BUSINESS_CENTRAL_SETTLED_DISPUTES: Codes.default([]),
  BUSINESS_CENTRAL_URL: z.url().optional(),
  BUSINESS_CENTRAL_LOGIN_URL: z.url().optional(),
  POLICY_FILE: z.string().optional(),
  /** Whether App Service signs callers in, and whether a key is asked for besides. */
  PLATFORM_AUTHENTICATION: z.enum(['none', 'with-key', 'without-key']).default('none'),
  NIGHTLY_SCHEDULE: Schedule.default('0 0 2 * * *'),
  WATCH_SCHEDULE: Schedule.default('0 30 * * * *'),
  RUN_DEADLINE_HOURS: Hours.default(6),
  NIGHT_MISSING_HOURS: Hours.default(26),
  NIGHTS_KEPT_DAYS: Count.min(
    31,
    'is too few: e-mails of a month ago may still be reported on',
  ).default(400),
  EMAIL_FROM: z.string().default('duewatch@reseller.example'),
  EMAIL_TRANSPORT: z.enum(['folder', 'acs', 'smtp']).optional(),
  EMAIL_PER_MINUTE: Count.optional(),
  EMAIL_PER_HOUR: Count.optional(),
  ACS_CONNECTION_STRING: z
    .string()
    .regex(
      /^endpoint=https?:\/\/[^/;\s]+\/?;accesskey=[^;\s]+$/i,
      'expected endpoint=https://…;accesskey=…, as the Azure portal shows it under Keys',
    )
    .optional(),
  ACS_ENDPOINT: z
    .url('expected an address such as https://name.communication.azure.com')
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'expected an address such as smtps://user:password@host' })
    .optional(),
  DELIVERY_REPORTS_KEY: z
    .string()
    .min(16, 'is too short to be secret: choose 16 characters or more')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  OUTBOX_FOLDER: z.string().default('.local/outbox'),
  STAGING_FOLDER: z.string().default(join(tmpdir(), 'duewatch')),
});

const Settings = Environment.refine(
  (set) =>
    set.AzureWebJobsStorage !== undefined || set.AzureWebJobsStorage__accountName !== undefined,
  {
    path: ['AzureWebJobsStorage'],
    message: 'is not set: give a connection string, or AzureWebJobsStorage__accountName',
  },
)
  .refine((set) => set.FILES_FOLDER === undefined || set.FILES_CONTAINER === undefined, {
    path: ['FILES_CONTAINER'],
    message: 'is set beside FILES_FOLDER: set one of the two',
  })
  .refine((set) => set.FOCUS_FOLDER === undefined || set.FOCUS_CONTAINER === undefined, {
    path: ['FOCUS_CONTAINER'],
    message: 'is set beside FOCUS_FOLDER: set one of the two',
  })
  .superRefine((set, context) => {
    for (const [path, message] of [...sourceProblems(set), ...transportProblems(set)])
      context.addIssue({ code: 'custom', path: [path], message });
  });
export type Settings = z.infer<typeof Settings>;

/** Where e-mail goes: what EMAIL_TRANSPORT says, or whichever transport has its settings. */
export function chosenTransport(
  set: Pick<Settings, TransportKey | 'EMAIL_TRANSPORT'>,
): 'folder' | 'acs' | 'smtp' {
  if (set.EMAIL_TRANSPORT !== undefined) return set.EMAIL_TRANSPORT;
  if (set.SMTP_URL !== undefined) return 'smtp';
  return set.ACS_CONNECTION_STRING === undefined && set.ACS_ENDPOINT === undefined
    ? 'folder'
    : 'acs';
}

type TransportKey = 'ACS_CONNECTION_STRING' | 'ACS_ENDPOINT' | 'SMTP_URL';

/** A setting is missing or wrong; the message names all of them. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads every setting at once, so that one failed start names all that is wrong. No values. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const result = Settings.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;

  const problems = result.error.issues.map(
    ({ path, message }) => `  ${path.join('.')}: ${message}`,
  );
  throw new SettingsError(
    `Cannot start with these settings:\n${problems.join('\n')}\nSet them in the environment, in Azure in the Function App, and for func start in local.settings.json`,
  );
}
