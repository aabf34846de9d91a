import { expect, test } from 'vitest';
import { customerIdOf } from '../../../shared/ledger/source-facts.ts';
import { filesSource } from '../../../shared/sources/files/files-source.ts';
import { directoryFolder } from '../../../shared/sources/folders/directory-folder.ts';
import { CUSTOMERS, folderOf, temporaryFolder } from './data-folder.ts';

test('a run pages over the folder and learns what was left out of it', async () => {
  const folder = directoryFolder(
    folderOf({
      'customers.csv': `${CUSTOMERS}C-1,Contoso,EUR\nC-3,Bad,E\n`,
      'spend.csv': 'customerId,date,amount,currency\nC-9,2026-01-01,1,EUR\n',
    }),
  );

  const reading = await filesSource(folder, { stagingFolder: temporaryFolder() }).open();

  const pages = [await reading.customers(undefined, 1), await reading.customers('C-1', 5)];
  expect(pages.map((page) => page.map(customerIdOf))).toEqual([['C-1'], ['C-2']]);
  expect([...reading.rejects()].map(({ file, line }) => [file, line])).toEqual([
    ['customers.csv', 5],
    ['spend.csv', 2],
  ]);
  expect(reading).toMatchObject({ rejected: 2, duplicates: 1, newestAt: expect.any(Date) });
  reading.close();
});
