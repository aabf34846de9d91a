const grouping = new Intl.NumberFormat('en');

/** A whole number as e-mail shows it: "1,200". */
export const figure = (amount: number): string => grouping.format(amount);

/** "1 customer", "2 customers", "1,200 customers". */
export const count = (amount: number, one: string): string =>
  `${figure(amount)} ${one}${amount === 1 ? '' : 's'}`;
