import { LETTERS } from '../policy/dunning-policy.ts';

type Letter = (typeof LETTERS)[number];

/** What a letter calls itself and how it asks; `invoicesAre` is "open" or "past their due date". */
export type LetterWording = {
  readonly title: string;
  readonly opening: (invoicesAre: string) => string;
  readonly closing: string;
};

/** The tone of a letter that covers several notices is that of the most severe. */
export function mostSevere(letters: readonly Letter[]): Letter | undefined {
  return LETTERS.findLast((each) => letters.includes(each));
}

/** A letter claims nothing that may not be so: that earlier ones arrived, or what happens next. */
export const LETTER_WORDING: Readonly<Record<Letter, LetterWording>> = {
  courtesy: {
    title: 'Courtesy note',
    opening: (invoicesAre) =>
      `According to our records the invoices below are ${invoicesAre}. This note is a courtesy, so that their due dates do not escape your attention.`,
    closing:
      'If payment is already on its way, please disregard this note. If something about an invoice is not right, please reply to this e-mail.',
  },
  reminder: {
    title: 'Payment reminder',
    opening: (invoicesAre) =>
      `According to our records the invoices below are ${invoicesAre}. They may have escaped your attention: please pay the amount shown, or tell us what stands in the way.`,
    closing:
      'If you have paid in the meantime, please disregard this letter. If something about an invoice is not right, please reply to this e-mail.',
  },
  'second-notice': {
    title: 'Second notice',
    opening: (invoicesAre) =>
      `This is our second notice. According to our records the invoices below are ${invoicesAre}. Please pay the amount shown without further delay.`,
    closing:
      'If you have paid in the meantime, please disregard this letter. If you contest an invoice or cannot pay it in full now, please reply to this e-mail so that we can agree on a solution.',
  },
  'final-notice': {
    title: 'Final notice',
    opening: (invoicesAre) =>
      `This is our final notice. According to our records the invoices below are ${invoicesAre}. Please pay the amount shown at once. If neither payment nor an answer reaches us, we will consider further steps under our agreement, which can include suspending your services.`,
    closing:
      'If you have paid in the meantime, please disregard this letter. If you contest an invoice or cannot pay it in full now, please reply to this e-mail today so that we can agree on a solution.',
  },
};

/** Asks for nothing. */
export const THANKS_WORDING = {
  title: 'Thank you for your payment',
  opening: 'Thank you: your payment has reached us. What we last wrote to you about is settled.',
  beside: (currencies: string) =>
    `Thank you for your payment in ${currencies}, which settled what we last wrote to you about in that currency. This letter is about the rest.`,
  closing: 'There is nothing you need to do.',
};

/** Where unapplied credit covers everything, we ask what it is for, and for no money. */
export const CREDIT_WORDING: LetterWording = {
  title: 'A question about your credit',
  opening: (invoicesAre) =>
    `According to our records the invoices below are ${invoicesAre}, and your unapplied credit covers them. Please tell us which invoices it is for.`,
  closing: 'If something about an invoice is not right, please reply to this e-mail.',
};
