const LONGEST = 300;

/**
 * What an answer says, for a person to read: without the marks of a web page, and without tokens,
 * as some gateways quote the request that they refuse.
 */
export function answerText(text: string): string {
  const read = /^\s*</.test(text) ? withoutMarks(text) : text;
  return read
    .replaceAll(/\bBearer\s+\S+/gi, 'Bearer …')
    .replaceAll(/\beyJ[\w-]+(\.[\w-]+)*/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
}

const withoutMarks = (page: string): string =>
  page
    .replaceAll(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&nbsp;/g, ' ');
