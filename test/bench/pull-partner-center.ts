import { customerIdOf } from '../../shared/ledger/source-facts.ts';
import { PartnerSettings, partnerOf } from './partner-of-fake.ts';

// Reads Partner Center as a pull does, and keeps nothing: `staging settings`.
const PAGE = 100;
const [stagingFolder = '', settings = ''] = process.argv.slice(2);
const { source } = partnerOf(PartnerSettings.parse(JSON.parse(settings)), stagingFolder);

const reading = await source.open();
let [listed, told] = [0, 0];
for await (const _ of reading.identities?.() ?? []) listed += 1;
for (let after: string | undefined; ; ) {
  const page = await reading.customers(after, PAGE);
  told += page.length;
  const last = page.at(-1);
  after = last && customerIdOf(last);
  if (page.length < PAGE) break;
}
reading.close();
process.stdout.write(`${listed} customers, ${told} with usage`);
