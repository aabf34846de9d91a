const NEEDS_NO_ENCODING = /^[\w.-]*$/;

/** Keys sort, character by character, in the order that customers are handed out in. */
export const toCustomerKey = (id: string): string =>
  NEEDS_NO_ENCODING.test(id) ? id : encodeURIComponent(id).replaceAll('%', '=');

/** The order of customers everywhere: that of their keys. */
export function compareKeys(a: string, b: string): number {
  const [left, right] = [toCustomerKey(a), toCustomerKey(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
