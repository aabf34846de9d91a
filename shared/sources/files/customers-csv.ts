import { z } from 'zod';
import { type AccountManager, type Customer, CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { minorUnitsOf } from './amount.ts';

/** One address, no list and no header line: it is written to, so what is odd is refused. */
const EmailAddress = z
  .string()
  .max(254, 'is too long for an e-mail address')
  .regex(/^[^\s@,;:<>()[\]"]+@[^\s@,;:<>()[\]"]+$/, 'expected one e-mail address');

const Cells = z.object({
  customerId: CustomerId,
  name: z.string(),
  currency: CurrencyCode,
  country: z.string().optional(),
  language: z.string().optional(),
  accountManagerName: z.string().optional(),
  accountManagerEmail: EmailAddress.optional(),
  accountManagerLanguage: z.string().optional(),
  billingEmail: EmailAddress.optional(),
  creditLimit: z.string().optional(),
  policy: z.string().default('default'),
  tags: z.string().default(''),
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
