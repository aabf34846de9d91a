import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { APP_FOLDER } from '../build-app.ts';
import { policySchema } from '../policy-schema.ts';
import { commandLine, runCommand } from './command-line.ts';

const FILE = 'policy.schema.json';

const command = commandLine('npm run schema', `Writes ${FILE}, by which editors check a policy.`)
  .option('--check', 'write nothing; end with 1 where the file is not as it would be written')
  .action(({ check }: { check?: true }) => (check ? checkSchema() : writeSchema()));

async function writeSchema(): Promise<void> {
  await writeFile(join(APP_FOLDER, FILE), policySchema());
  process.stdout.write(`Wrote ${FILE}\n`);
}

async function checkSchema(): Promise<void> {
  if ((await readFile(join(APP_FOLDER, FILE), 'utf8')) === policySchema()) return;
  process.stderr.write(
    `Cannot vouch for ${FILE} because the policy has changed since it was written: npm run schema writes it again\n`,
  );
  process.exitCode = 1;
}

await runCommand(command);
