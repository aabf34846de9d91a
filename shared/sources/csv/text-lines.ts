/** No line of a data file is longer; what is longer would fill the memory, and is cut. */
export const LONGEST_LINE = 1_000_000;

/** A file that stops making sense at a place from which there is no reading on. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/**
 * The physical lines of UTF-8 text, by batches, without their ends or a byte order mark. Bytes
 * that are not UTF-8 become U+FFFD, for the reader of a row to refuse. Of a line that is too long
 * there is one character more than the longest has, and no more.
 */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) rest = rest.slice(0, LONGEST_LINE + 1);
    yield lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== '') yield [withoutReturn(rest)];
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
