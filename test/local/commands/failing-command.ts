import { commandLine, runCommand } from '../../../local/commands/command-line.ts';

// A command that fails in a way nobody foresaw: before its work has begun, or after.

const work = { hasBegun: false };

const command = commandLine('npm run fail', 'Fails.')
  .option('--late', 'only after the work has begun', false)
  .action(({ late }: { late: boolean }) => {
    work.hasBegun = late;
    throw new TypeError('x is not a function');
  });

await runCommand(command, work);
