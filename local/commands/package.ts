import { join } from 'node:path';
import { APP_FOLDER, buildApp } from '../build-app.ts';
import { copyApp, installPackages, sizeOf } from '../package/package-app.ts';
import { commandLine, runCommand } from './command-line.ts';

const FOLDER = '.local/package';

const command = commandLine(
  'npm run package',
  `Makes the folder that is deployed, ${FOLDER}: the app, its page, and the packages it runs on.`,
).action(async () => {
  await buildApp();
  const folder = join(APP_FOLDER, FOLDER);
  await copyApp(folder);
  await installPackages(folder);
  const { files, megabytes } = await sizeOf(folder);
  process.stdout.write(
    `Wrote ${megabytes} MB in ${files} files to ${FOLDER}: docs/deploying.md says how to deploy it\n`,
  );
});

await runCommand(command);
