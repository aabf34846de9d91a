import { z } from 'zod';
import { type AccountManager, type Customer, CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { minorUnitsOf } from './amount.ts';

const ADDRESS = /^[^\s@,;:<>()[\]"]+@[^\s@,;:<>()[\]"]+$/;
const LONGEST_ADDRESS = 254;

/** No names and no header line: it is written to, so what is odd is refused. */
const EmailAddresses = z.string().refine(
  (text) =>
    text.split(/[,;]/).every((each) => {
      const address = each.replace(/^ +| +$/g, '');
      return address.length <= LONGEST_ADDRESS && ADDRESS.test(address);
    }),
  'expected e-mail addresses: a comma between people, a semicolon before the next contact',
);

const Cells = z.object({
  customerId: CustomerId,
  name: z.string(),
  currency: CurrencyCode,
  country: z.string().optional(),
  language: z.string().optional(),
  accountManagerName: z.string().optional(),
  accountManagerEmail: EmailAddresses.optional(),
  accountManagerLanguage: z.string().optional(),
  billingEmail: EmailAddresses.optional(),
  creditLimit: z.string().optional(),
  policy: z.string().default('default'),
  tags: z.string().default(''),
  doNotContact: z.enum(['yes', 'no'], 'expected yes or no').optional(),
  tenantId: z.string().optional(),
  accountingId: z.string().optional(),
  domain: z.string().optional(),
  registrationNumber: z.string().optional(),
});

/** A row of customers.csv. */
export const CustomerRow = Cells.transform((row, context): Customer => {
  const {
    accountManagerName: name,
    accountManagerEmail: email,
    accountManagerLanguage: language,
    creditLimit,
    tags,
    doNotContact,
    ...others
  } = row;
  const { tenantId, accountingId, domain, ...rest } = others;
  return {
    ...rest,
    ...(tenantId !== undefined && { tenantIds: listIn(tenantId) }),
    ...(accountingId !== undefined && { accountingIds: listIn(accountingId) }),
    ...(domain !== undefined && { domains: listIn(domain) }),
    accountManager: accountManager({ name, email, language }),
    creditLimitMinorUnits:
      creditLimit === undefined
        ? undefined
        : minorUnitsOf('creditLimit', creditLimit, row.currency, context),
    tags: listIn(tags),
    ...(doNotContact === 'yes' && { doNotContact: true }),
  };
});

const accountManager = ({ name, email, language }: AccountManager): AccountManager | undefined =>
  name === undefined && email === undefined ? undefined : { name, email, language };

/** Separated by `;`, each once. */
const listIn = (text: string): string[] => [
  ...new Set(
    text
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
];
