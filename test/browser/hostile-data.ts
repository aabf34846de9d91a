import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs if any page takes it for anything but text. Without spaces it is also too long for a line. */
export const HOSTILE = `<img/src=x/onerror=top.hasRun=1><script>top.hasRun=1</script>"'><svg/onload=top.hasRun=1>`;

/** An id that paths, selectors and keys of tables would take for something else. */
export const HOSTILE_ID = `<b>/../?#%2e'"`;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const ID = quoted(HOSTILE_ID);
const TEXT = quoted(HOSTILE);

const SPEND = Array.from({ length: 40 }, (_, index) => {
  const day = new Date(Date.UTC(2026, 1, 5 + index)).toISOString().slice(0, 10);
  return `${ID},${day},${index > 37 ? 900 : 10},EUR,${TEXT},${TEXT}`;
});

const STAGES = [
  { name: HOSTILE.slice(0, 40), afterDays: 1, tell: ['account-manager', 'customer'] },
  { name: 'constructor', afterDays: 30, tell: ['credit-controller'], actions: ['__proto__'] },
];

const FILES: Readonly<Record<string, string>> = {
  'as-of.txt': '2026-03-17\n',
  'policy.json': JSON.stringify({
    reseller: { name: HOSTILE, creditControllerEmail: 'credit@reseller.example' },
    dunning: { default: { stages: STAGES } },
  }),
  'customers.csv': [
    'customerId,name,currency,accountManagerName,accountManagerEmail,billingEmail,creditLimit,tags',
    `${ID},${TEXT},EUR,${TEXT},am@reseller.example,ap@customer.example,100,${quoted(HOSTILE)}`,
    `constructor,__proto__,EUR,${TEXT},am@reseller.example,ap@customer.example,,`,
  ].join('\n'),
  'invoices.csv': [
    'invoiceId,customerId,issuedOn,dueOn,amount,currency',
    `${TEXT},${ID},2026-01-05,2026-02-01,1234.50,EUR`,
    'toString,constructor,2026-01-05,2026-03-12,10,EUR',
    `bad,constructor,2026-01-05,${TEXT},10,EUR`,
  ].join('\n'),
  'spend.csv': ['customerId,date,amount,currency,subscriptionId,service', ...SPEND].join('\n'),
  'budgets.csv': `customerId,amount,currency\n${ID},100,EUR\n`,
  'arrangements.csv': [
    'kind,customerId,invoiceId,from,until,by,reason',
    `fraud-case,${ID},,2026-03-10,2026-03-19,${TEXT},${TEXT}`,
  ].join('\n'),
};

/** A data folder of which every text is hostile. */
export function hostileData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duewatch-hostile-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  return folder;
}
