import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { APP_FOLDER } from '../build-app.ts';
import { compileParts } from '../templates/compile-parts.ts';
import { commandLine, runCommand } from './command-line.ts';

const LOOK = join(APP_FOLDER, 'shared', 'effects', 'email', 'look');
const PARTS = join(LOOK, 'parts.ts');

const command = commandLine(
  'npm run templates',
  'Compiles mail.mjml to parts.ts, so that nothing has to read MJML when an e-mail is sent.',
)
  .option('--check', 'write nothing; end with 1 where the file is not as it would be written')
  .action(async ({ check }: { check?: true }) => {
    const parts = await compileParts(await readFile(join(LOOK, 'mail.mjml'), 'utf8'));
    await (check ? checkParts(parts) : writeFile(PARTS, parts));
  });

async function checkParts(parts: string): Promise<void> {
  if ((await readFile(PARTS, 'utf8')) === parts) return;
  process.stderr.write(
    'Cannot vouch for parts.ts because mail.mjml has changed since it was written: npm run templates writes it again\n',
  );
  process.exitCode = 1;
}

await runCommand(command);
