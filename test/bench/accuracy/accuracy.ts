import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, runCommand } from '../../../local/commands/command-line.ts';
import { UsageError } from '../../../local/commands/usage-error.ts';
import { type Figure, figuresText } from '../figure.ts';
import { anomalyFigures } from './anomaly-figures.ts';
import { COST_FILE, readCostData } from './cost-data.ts';
import { forecastFigures } from './forecast-figures.ts';
import { NAB_FOLDER, readNabData } from './nab-data.ts';
import { nabFigures } from './nab-figures.ts';
import { scaleFigures } from './scale-figures.ts';

const NEEDED = `a folder with ${COST_FILE} ({"series": {"YYYY-MM-DD": dollars}}: made from the daily cloud costs that the Binder project publishes at github.com/jupyterhub/binder-billing) and ${NAB_FOLDER}/ (labels/ and realAWSCloudwatch/ of github.com/numenta/NAB, data/ and labels/)`;

const command = commandLine(
  'npm run bench:accuracy',
  'Measures forecasts and anomalies on real data: tuned on one half, judged on the other.',
)
  .option('--data <folder>', NEEDED)
  .addHelpText('after', '\nEnds with 0: all as wanted; 1: something is not; 2: cannot start.')
  .action(accuracy);

await runCommand(command);

async function accuracy({ data }: { data?: string }): Promise<void> {
  const folder = withData(data);
  const [cost, nab] = await Promise.all([readCostData(folder), readNabData(folder)]);
  const figures: readonly Figure[] = [
    ...scaleFigures(),
    ...forecastFigures(cost),
    ...anomalyFigures(cost),
    ...nabFigures(nab),
  ];
  process.stdout.write(`${figuresText(figures)}\n`);
  if (figures.some(({ isMet }) => !isMet)) process.exitCode = 1;
}

function withData(folder: string | undefined): string {
  if (folder === undefined)
    throw new UsageError(`Cannot measure accuracy without data: pass --data with ${NEEDED}`);
  for (const part of [COST_FILE, NAB_FOLDER])
    if (!existsSync(join(folder, part)))
      throw new UsageError(
        `Cannot measure accuracy on "${folder}" because it has no ${part}: pass --data with ${NEEDED}`,
      );
  return folder;
}
