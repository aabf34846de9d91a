import { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { factsSeenOn } from '../../shared/ledger/customer-facts.ts';
import { customerIdOf } from '../../shared/ledger/source-facts.ts';
import { filesSource } from '../../shared/sources/files/files-source.ts';
import { directoryFolder } from '../../shared/sources/folders/directory-folder.ts';

// Reads a data folder as a pull does, and keeps nothing: `data staging asOf`.
const PAGE_SIZE = 200;
const [data = '', stagingFolder = '', asOf] = process.argv.slice(2);
const night = CalendarDate.parse(asOf);

const reading = await filesSource(directoryFolder(data), { stagingFolder }).open();
let [customers, invoices] = [0, 0];
let after: string | undefined;
for (;;) {
  const page = await reading.customers(after, PAGE_SIZE);
  customers += page.length;
  for (const facts of page)
    if ('customer' in facts) invoices += factsSeenOn(facts, night).invoices.length;
  const last = page.at(-1);
  after = last && customerIdOf(last);
  if (page.length < PAGE_SIZE) break;
}
reading.close();
process.stdout.write(`${customers} customers, ${invoices} invoices`);
