import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** Six fields, seconds first: the platform's NCRONTAB. */
const Schedule = z
  .string()
  .regex(/^\s*(\S+\s+){5}\S+\s*$/, 'expected six cron fields, seconds first: 0 0 2 * * *');

const Hours = z.coerce.number().positive();

/** An empty setting is one that is not set: that is how portals clear them. */
const Environment = z.object({
  AzureWebJobsStorage: z.string().optional(),
  AzureWebJobsStorage__accountName: z.string().optional(),
  FILES_FOLDER: z.string().optional(),
  FILES_CONTAINER: z.string().optional(),
  FOCUS_FOLDER: z.string().optional(),
  FOCUS_CONTAINER: z.string().optional(),
  POLICY_FILE: z.string().optional(),
  NIGHTLY_SCHEDULE: Schedule.default('0 0 2 * * *'),
  WATCH_SCHEDULE: Schedule.default('0 30 * * * *'),
  RUN_DEADLINE_HOURS: Hours.default(6),
  NIGHT_MISSING_HOURS: Hours.default(26),
  EMAIL_FROM: z.string().default('duewatch@reseller.example'),
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
  });
export type Settings = z.infer<typeof Settings>;

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
    `Cannot start with these settings:\n${problems.join('\n')}\nSet them in local.settings.json or in the Function App`,
  );
}
