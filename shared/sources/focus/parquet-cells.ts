import type { SchemaElement } from 'hyparquet';

/** How many decimals a column of whole numbers stands for, where it does. */
export function decimalScale(element: SchemaElement): number | undefined {
  if (element.logical_type?.type === 'DECIMAL') return element.logical_type.scale;
  return element.converted_type === 'DECIMAL' ? (element.scale ?? 0) : undefined;
}

/** A decimal column as the whole numbers it is stored as: read as decimals, they become floats. */
export function withoutDecimal(element: SchemaElement): SchemaElement {
  if (decimalScale(element) === undefined) return element;
  const { converted_type: _, logical_type: __, ...rest } = element;
  return rest;
}

/** A value as a CSV would have it. */
export function cellText(value: unknown, scale: number | undefined): string {
  if (value === null || value === undefined) return '';
  if (scale !== undefined) return `${unscaled(value)}e-${scale}`;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return String(value);
}

function unscaled(value: unknown): string {
  if (!(value instanceof Uint8Array)) return String(value);
  const hex = Buffer.from(value).toString('hex');
  return hex === '' ? '0' : BigInt.asIntN(value.length * 8, BigInt(`0x${hex}`)).toString();
}
