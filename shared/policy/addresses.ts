import { z } from 'zod';

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

/** With or without a name: `Anna Lind <anna@reseller.example>`. */
const isAddress = (text: string): boolean =>
  ADDRESS.test((/<([^>]*)>$/.exec(text)?.[1] ?? text).trim());

/** A semicolon stands before the next contact, a comma between people who get it together. */
export const Addresses = z
  .string()
  .refine(
    (text) => text.split(/[;,]/).every((each) => each.trim() === '' || isAddress(each.trim())),
    'expected an e-mail address such as credit@reseller.example',
  );
