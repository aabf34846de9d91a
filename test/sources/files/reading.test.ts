import { describe, expect, test } from 'vitest';
import { readFiles } from './data-folder.ts';

const everyFile = {
  'customers.csv': [
    'customerId,name,currency,country,language,accountManagerName,accountManagerEmail,accountManagerLanguage,billingEmail,creditLimit,policy,tags,doNotContact',
    'C-1,"Contoso, Ltd.",EUR,NL,nl,Noor,noor@reseller.example,sv,"ap@contoso.example, cfo@contoso.example; ceo@contoso.example",5000.50,key,vip; eu;vip;,yes',
    'C-2,Fabrikam,JPY,,,Erik,,,,,,,no',
  ].join('\r\n'),
  'invoices.csv':
    'invoiceId,customerId,issuedOn,dueOn,amount,currency,appliesTo,description\n' +
    'INV-2,C-1,2026-01-05,2026-01-01,-40.5,EUR,INV-1,"credit\nnote"\n' +
    'INV-1,C-1,2026-01-01,2026-01-31,100.00,EUR,,\n' +
    'INV-3,C-2,2026-01-01,2026-01-31,0,JPY,,\n',
  'payments.csv':
    'paymentId,customerId,paidOn,amount,currency,invoiceId\n' +
    'P-1,C-1,2026-02-01,-10.00,EUR,INV-1\nP-2,C-1,2026-02-02,5,KWD,never-heard-of\n',
  'spend.csv':
    'customerId,date,amount,currency,subscriptionId,service\n' +
    'C-1,2026-02-01,1.25,EUR,sub-1,vm\nC-1,2026-02-01,2.00,EUR,,\n',
  'budgets.csv': 'customerId,amount,currency,from\nC-1,250,EUR,2026-02\nC-1,200,EUR,\n',
  'arrangements.csv':
    'kind,customerId,invoiceId,from,until,amount,by,reason\n' +
    'dispute,C-1,INV-1,2026-02-01,,,Noor,wrong price\n' +
    'promise,C-2,,2026-02-01,2026-02-10,500,,\n' +
    'fraud-case,C-2,,2026-01-20,,,Erik,stolen key\n' +
    'write-off,C-1,INV-2,2026-02-01,,1.5,,\n',
};

describe('a data folder', () => {
  test('hands out each customer with all that its files say', async () => {
    const { customers, rejects } = await readFiles(everyFile);

    expect(rejects).toEqual([]);
    expect(customers).toMatchObject([
      {
        customer: {
          customerId: 'C-1',
          name: 'Contoso, Ltd.',
          currency: 'EUR',
          country: 'NL',
          language: 'nl',
          accountManager: { name: 'Noor', email: 'noor@reseller.example', language: 'sv' },
          billingEmail: 'ap@contoso.example, cfo@contoso.example; ceo@contoso.example',
          creditLimitMinorUnits: 500_050,
          policy: 'key',
          tags: ['vip', 'eu'],
          doNotContact: true,
        },
        invoices: [
          {
            invoiceId: 'INV-2',
            issuedOn: '2026-01-05',
            dueOn: '2026-01-01',
            minorUnits: -4_050,
            appliesTo: 'INV-1',
          },
          { invoiceId: 'INV-1', minorUnits: 10_000, currency: 'EUR' },
        ],
        payments: [
          { paymentId: 'P-1', paidOn: '2026-02-01', minorUnits: -1_000, invoiceId: 'INV-1' },
          { paymentId: 'P-2', minorUnits: 5_000, currency: 'KWD', invoiceId: 'never-heard-of' },
        ],
        spend: [
          { date: '2026-02-01', minorUnits: 125, subscriptionId: 'sub-1', service: 'vm' },
          { date: '2026-02-01', minorUnits: 200 },
        ],
        budgets: [{ minorUnits: 25_000, from: '2026-02' }, { minorUnits: 20_000 }],
        arrangements: [
          {
            kind: 'dispute',
            invoiceId: 'INV-1',
            from: '2026-02-01',
            by: 'Noor',
            reason: 'wrong price',
          },
          { kind: 'write-off', invoiceId: 'INV-2', minorUnits: 150, currency: 'EUR' },
        ],
      },
      {
        customer: {
          customerId: 'C-2',
          accountManager: { name: 'Erik' },
          policy: 'default',
          tags: [],
        },
        invoices: [{ invoiceId: 'INV-3', minorUnits: 0 }],
        arrangements: [
          { kind: 'promise', until: '2026-02-10', minorUnits: 500, currency: 'JPY' },
          { kind: 'fraud-case', from: '2026-01-20', by: 'Erik', reason: 'stolen key' },
        ],
      },
    ]);
  });

  test('reads columns in any order, ignores those it does not know and trims cells', async () => {
    const { customers, rejects } = await readFiles({
      'customers.csv':
        '\ufeffnote, currency ,,name,note,customerId\r\nx, EUR ,y,  Contoso  ,z,\tC-1\r\n',
    });

    expect(rejects).toEqual([]);
    expect(customers).toMatchObject([
      { customer: { customerId: 'C-1', name: 'Contoso', currency: 'EUR' } },
    ]);
  });

  test('hands customers out in the ordinal order of their encoded ids', async () => {
    const ids = ['b', 'a', 'B', 'a b', 'a/b', 'é', '10', '9', 'a=b', 'a-b', '客'];
    const { customers } = await readFiles({
      'customers.csv': `customerId,name,currency\n${ids.map((id) => `${id},x,EUR`).join('\n')}`,
    });

    const encoded = customers.map(({ customer }) =>
      encodeURIComponent(customer.customerId).replaceAll('%', '='),
    );
    expect(encoded).toEqual(encoded.toSorted());
    expect(customers).toHaveLength(ids.length);
  });
});
