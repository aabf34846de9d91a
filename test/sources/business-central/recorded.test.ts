import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  BooksCustomer,
  CompanyInformation,
  CustomerBalance,
  CustomerPayment,
  PaymentJournal,
  SalesCreditMemo,
  SalesInvoice,
} from '../../../shared/sources/business-central/wire.ts';
import { parseExactJson } from '../../../shared/sources/http/exact-json.ts';
import { recordedExamples } from '../../recorded-examples.ts';

const text = recordedExamples('business-central-examples.json');
const examples = z.record(z.string(), z.unknown()).parse(parseExactJson(text ?? '{}'));
const about = text === undefined ? ' (skipped: no recorded answers beside the project)' : '';

describe.skipIf(text === undefined)(`answers as the documentation has them${about}`, () => {
  test.each([
    ['dynamics_companyinformation_get#0', CompanyInformation, { currencyCode: 'USD' }],
    ['dynamics_customer_get#0', BooksCustomer, { number: '10000', currencyCode: 'USD' }],
    ['dynamics_customerfinancialdetail_get#0', CustomerBalance, { balance: '0' }],
    [
      'dynamics_salesinvoice_get#0',
      SalesInvoice,
      { number: 'PS-INV103001', totalAmountIncludingTax: '172.94', remainingAmount: '0' },
    ],
    ['dynamics_salescreditmemo_get#0', SalesCreditMemo, { number: '1009', currencyCode: 'GBP' }],
    ['dynamics_customerpaymentjournal_get#0', PaymentJournal, {}],
    ['dynamics_customerpayment_get#0', CustomerPayment, { amount: '1500' }],
  ] as const)('%s is read', (name, schema, expected) => {
    expect(schema.parse(examples[name])).toMatchObject(expected);
  });
});
