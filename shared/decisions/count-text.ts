/** Commas between thousands. `Intl` would load locales for it, and takes ten times as long. */
export const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A whole number as e-mail shows it: "1,200". */
export const figure = (amount: number): string => grouped(`${amount}`);

/** "1 customer", "2 customers", "1,200 customers". */
export const count = (amount: number, one: string): string =>
  `${figure(amount)} ${one}${amount === 1 ? '' : 's'}`;
