import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BlobServiceClient } from '@azure/storage-blob';
import { expect, test } from 'vitest';
import { APP_FOLDER } from '../../local/build-app.ts';
import { startHost } from '../../local/host/host.ts';
import { runNight } from '../../local/nightly/run-night.ts';
import { startStorage } from '../../local/storage/start-storage.ts';
import { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { build } from '../../shared/live.ts';
import { readReport } from '../../shared/run/report/night-report.ts';
import { readSettings } from '../../shared/settings.ts';
import { newState, night } from './nightly.ts';

test('a night over a blob container, some of it packed, is the night over the folder', async () => {
  const folder = newState();
  const storage = await startStorage({ folder });
  const blobs = BlobServiceClient.fromConnectionString(storage.connectionString);
  const container = blobs.getContainerClient('books');
  await container.create();
  for (const name of readdirSync('sample').filter((each) => /\.(csv|json)$/.test(each))) {
    const bytes = readFileSync(join('sample', name));
    if (name === 'invoices.csv')
      await container.getBlockBlobClient(`${name}.gz`).uploadData(gzipSync(bytes));
    else await container.getBlockBlobClient(name).uploadData(bytes);
  }
  const environment = {
    FILES_CONTAINER: 'books',
    OUTBOX_FOLDER: join(folder, 'outbox'),
    STAGING_FOLDER: join(folder, 'staging'),
  };
  const host = await startHost({
    appFolder: APP_FOLDER,
    connectionString: storage.connectionString,
    environment,
    timers: false,
    log: () => undefined,
  });

  const live = await build(readSettings(process.env));
  const asOf = CalendarDate.parse('2026-03-17');
  const follow = { onSeen: () => undefined, signal: new AbortController().signal };
  const { run } = await runNight({ asOf, dryRun: false }, live, follow);
  const fromContainer = await readReport(run, live);
  await host.stop();
  await storage.stop();
  const { report: fromFolder } = await night(newState());

  expect(fromContainer.aging).toEqual(fromFolder.aging);
  expect(fromContainer.dunning).toEqual(fromFolder.dunning);
  expect(fromContainer.rejected).toEqual([{ ...fromFolder.rejected[0], file: 'invoices.csv.gz' }]);
});
