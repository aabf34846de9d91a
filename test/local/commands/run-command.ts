import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs a command of local/commands as a person would, its temporary files kept apart. */
export const run = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> => runFile(`local/commands/${command}.ts`, args, env);

export async function runFile(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const { npm_lifecycle_event: _event, DUEWATCH_STACK: _stack, ...own } = process.env;
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...own, TMPDIR: temporaryFolder(), ...env },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
}

const ROOT = mkdtempSync(join(tmpdir(), 'commands-test-'));
process.on('exit', () => rmSync(ROOT, { recursive: true, force: true }));

/** One of its own for every call: tests run beside each other. */
export const temporaryFolder = (): string => mkdtempSync(join(ROOT, 'folder-'));

const CUSTOMERS = `customerId,name,currency,billingEmail
C-1,Contoso,EUR,ap@contoso.example
C-2,Fabrikam,JPY,
`;

const INVOICES = `invoiceId,customerId,issuedOn,dueOn,amount,currency
INV-1,C-1,2026-02-01,2026-03-01,100.00,EUR
INV-2,C-1,2026-02-10,2026-03-20,19.99,USD
INV-3,C-2,2026-02-01,2026-04-01,1200,JPY
`;

/** A data folder of two customers and three invoices, unless the test brings other files. */
export function dataFolder(files: Readonly<Record<string, string>> = {}): string {
  const path = temporaryFolder();
  const all = { 'customers.csv': CUSTOMERS, 'invoices.csv': INVOICES, ...files };
  for (const [name, content] of Object.entries(all)) writeFileSync(join(path, name), content);
  return path;
}
