import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Language } from '../../shared/languages/language.ts';
import { commandLine, runCommand } from '../commands/command-line.ts';
import { naming } from '../commands/system-error.ts';
import { UsageError } from '../commands/usage-error.ts';
import { indexPage } from './index-page.ts';
import { type Preview, previews } from './previews.ts';

type Options = {
  readonly kind?: string;
  readonly language?: string;
  readonly out: string;
  readonly open: boolean;
};

const command = commandLine(
  'npm run mail',
  'Writes every e-mail with sample data in every language to a folder, to be looked at. Nothing is sent.',
)
  .option('--kind <name>', 'only e-mails whose name begins so: digest, letter-final-notice, …')
  .option('--language <code>', `only this one: ${Language.options.join(', ')}`)
  .option('--out <folder>', 'where to', '.local/mail')
  .option('--open', 'shows the folder’s index page in the browser', false)
  .action(mail);

export const runMail = (): Promise<void> => runCommand(command);

async function mail({ kind = '', language, out, open }: Options): Promise<void> {
  const chosen = (await previews(languagesNamed(language))).filter(({ name }) =>
    name.startsWith(kind),
  );
  if (chosen.length === 0)
    throw new UsageError(
      `Cannot show "${kind}" because no e-mail is called so: leave out --kind to see them all`,
    );
  await naming(out, () => mkdir(out, { recursive: true }));
  for (const preview of chosen) await write(out, preview);
  const index = resolve(out, 'index.html');
  await writeFile(index, indexPage(chosen));
  process.stdout.write(`Wrote ${chosen.length} to ${index}\n`);
  if (open) openInBrowser(index);
}

function languagesNamed(code: string | undefined): readonly Language[] {
  if (code === undefined) return Language.options;
  const read = Language.safeParse(code);
  if (read.success) return [read.data];
  throw new UsageError(
    `Cannot write in "${code}" because that language is not known: choose one of ${Language.options.join(', ')}`,
  );
}

async function write(out: string, { name, language, html, text, files }: Preview): Promise<void> {
  const path = (ending: string): string => join(out, `${name}.${language}.${ending}`);
  await naming(out, () => writeFile(path('html'), html));
  await writeFile(path('txt'), text);
  for (const file of files)
    await writeFile(join(out, `${name}.${language}.${file.name}`), file.content);
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Where there is no browser to open, the path that was printed has to do. */
function openInBrowser(path: string): void {
  const [program, ...rest] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...rest, path], { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write('Cannot open a browser: open that file by hand\n'));
  child.unref();
}
