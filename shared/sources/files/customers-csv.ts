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
});

/** A row of customers.csv. */
export const CustomerRow = Cells.transform((row, context): Customer => {
  const {
    accountManagerName: name,
    accountManagerEmail: email,
    accountManagerLanguage: language,
    creditLimit,
    tags,
    ...rest
  } = row;
  return {
    ...rest,
    accountManager: accountManager({ name, email, language }),
    creditLimitMinorUnits:
      creditLimit === undefined
        ? undefined
        : minorUnitsOf('creditLimit', creditLimit, row.currency, context),
    tags: tagsIn(tags),
  };
});

const accountManager = ({ name, email, language }: AccountManager): AccountManager | undefined =>
  name === undefined && email === undefined ? undefined : { name, email, language };

const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(';')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];
