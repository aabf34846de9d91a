const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export type MessageEncoding = 'base64' | 'none';

export const encodeMessage = (text: string, encoding: MessageEncoding): string =>
  encoding === 'none' ? text : Buffer.from(text).toString('base64');

/** Undefined for a text that is not in the encoding: no handler can be given it. */
export function decodeMessage(text: string, encoding: MessageEncoding): string | undefined {
  if (encoding === 'none') return text;
  return BASE64.test(text) ? Buffer.from(text, 'base64').toString() : undefined;
}
