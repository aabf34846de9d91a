import type { Language } from '../../shared/languages/language.ts';
import { Policy } from '../../shared/policy/policy.ts';

/** An invented reseller that writes in one language. */
export const samplePolicy = (language: Language): Policy =>
  Policy.parse({
    reseller: {
      name: 'Lindequay Cloud',
      language,
      operatorEmail: 'operations@lindequay.example',
      creditControllerEmail: 'credit@lindequay.example',
      payment: {
        accountHolder: 'Lindequay Cloud B.V.',
        bank: 'Kadebank',
        iban: 'NL00 KADE 0123 4567 89',
        bic: 'KADENL2A',
        reference: '{customerId}',
        url: 'https://pay.lindequay.example/{customerId}',
      },
      look: { imprint: 'Lindequay Cloud B.V. · Lindekade 12, 3011 AA Rotterdam · KvK 00000000' },
    },
  });
