import { z } from 'zod';
import { CurrencyCode } from './money.ts';

/** No character takes more than nine when it is encoded. */
const SURELY_SHORT = 33;

/** The id a customer has in the system we read it from. It becomes a table key, hence the bound. */
export const CustomerId = z
  .string()
  .min(1)
  .refine(
    (id) =>
      id.isWellFormed() && (id.length <= SURELY_SHORT || encodeURIComponent(id).length <= 300),
    'is too long for an id',
  )
  .brand<'CustomerId'>();
export type CustomerId = z.infer<typeof CustomerId>;

/** Our person who answers for the customer. */
export const AccountManager = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  language: z.string().optional(),
});
export type AccountManager = z.infer<typeof AccountManager>;

/** Who the customer is, as its source says. Amounts are whole minor units of `currency`. */
export const Customer = z.object({
  customerId: CustomerId,
  name: z.string(),
  currency: CurrencyCode,
  country: z.string().optional(),
  language: z.string().optional(),
  accountManager: AccountManager.optional(),
  billingEmail: z.string().optional(),
  creditLimitMinorUnits: z.int().optional(),
  /** The dunning policy that applies by name; `none` is never dunned. */
  policy: z.string(),
  tags: z.array(z.string()),
  /** Nobody writes to it. */
  doNotContact: z.literal(true).optional(),
  /** What else it is known by: see Identity. */
  tenantIds: z.array(z.string()).optional(),
  accountingIds: z.array(z.string()).optional(),
  domains: z.array(z.string()).optional(),
  registrationNumber: z.string().optional(),
  /** Set where no source says who this is, and only spend is known. */
  isUnowned: z.literal(true).optional(),
});
export type Customer = z.infer<typeof Customer>;

/** What a customer is known by besides its id, for the directory: see Identity. */
export const identifying = ({
  name,
  tenantIds,
  accountingIds,
  domains,
  registrationNumber,
}: Omit<Customer, 'customerId'>) => ({
  name,
  ...(tenantIds !== undefined && { tenantIds }),
  ...(accountingIds !== undefined && { accountingIds }),
  ...(domains !== undefined && { domains }),
  ...(registrationNumber !== undefined && { registrationNumber }),
});
