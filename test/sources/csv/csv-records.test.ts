import { describe, expect, test } from 'vitest';
import { csvRecords } from '../../../shared/sources/csv/csv-records.ts';

describe('csvRecords', () => {
  test.each([
    {
      text: 'a,b\nc,d\n',
      records: [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
      because: 'a line is a record',
    },
    {
      text: 'a,b\r\nc,d',
      records: [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
      because: 'CRLF ends a line too',
    },
    { text: '\ufeffa,b', records: [[1, 'a', 'b']], because: 'a byte order mark is no text' },
    {
      text: 'a\n\n  \r\nb',
      records: [
        [1, 'a'],
        [4, 'b'],
      ],
      because: 'blank lines count as lines only',
    },
    { text: 'a,,\n', records: [[1, 'a', '', '']], because: 'an empty cell is a cell' },
    {
      text: '"a,1","b""c"',
      records: [[1, 'a,1', 'b"c']],
      because: 'quotes hold commas and doubled quotes',
    },
    { text: '"",x', records: [[1, '', 'x']], because: 'quotes may hold nothing' },
    { text: ' "a" , b', records: [[1, 'a', 'b']], because: 'spaces around quotes are let pass' },
    {
      text: '"a\r\n\r\nb",c\nd,e',
      records: [
        [1, 'a\n\nb', 'c'],
        [4, 'd', 'e'],
      ],
      because: 'quotes hold line ends',
    },
    {
      text: '"a\nb","c\nd"\ne',
      records: [
        [1, 'a\nb', 'c\nd'],
        [4, 'e'],
      ],
      because: 'a line may close and open',
    },
  ])('reads $text: $because', async ({ text, records }) => {
    expect(await read(text)).toEqual(records);
  });

  test.each([
    { text: 'a,5" b\nc,d', lines: [1], because: 'a quote inside an unquoted cell' },
    { text: '"a" b,c\nd', lines: [1], because: 'text after the closing quote' },
    {
      text: 'a\n"b,c\nd,e\nf',
      lines: [2],
      because: 'a quote that never closes costs its line alone',
    },
    { text: '"a,b\nc,d\n"e, f",g', lines: [1], because: 'the next quoted cell does not close it' },
    { text: 'x,"a\n'.repeat(3), lines: [1, 2, 3], because: 'each line opens and none closes' },
  ])('gives up only the lines $lines of $text: $because', async ({ text, lines }) => {
    const records = await read(text);
    const whole = text.split('\n').filter((line) => line !== '').length;

    expect(records.filter(([, kind]) => kind === 'BROKEN').map(([line]) => line)).toEqual(lines);
    expect(records).toHaveLength(whole);
  });

  test('a quote left open is given up after 64 KiB, and every line after it is read', async () => {
    const records = await read(`"open\n${'a,b\n'.repeat(100_000)}`, 65_536);

    expect(records).toHaveLength(100_001);
    expect(records[0]).toEqual([1, 'BROKEN']);
    expect(records.at(-1)).toEqual([100_001, 'a', 'b']);
  });

  test('it does not matter where the bytes are cut, inside a letter or a line end', async () => {
    const text = 'é,"ü\r\n€"\r\n"""x",y\r\n';

    for (let size = 1; size < 12; size += 1)
      expect(await read(text, size)).toEqual([
        [1, 'é', 'ü\n€'],
        [3, '"x', 'y'],
      ]);
  });

  test('a line of more than a million characters costs itself alone', async () => {
    const text = `a,b\n${'x'.repeat(1_300_000)}\nc,d`;

    expect(await read(text, 4_096)).toEqual([
      [1, 'a', 'b'],
      [2, 'BROKEN'],
      [3, 'c', 'd'],
    ]);
  });
});

async function read(text: string, chunkBytes = 7): Promise<(string | number)[][]> {
  const found: (string | number)[][] = [];
  for await (const batch of csvRecords(chunksOf(Buffer.from(text), chunkBytes)))
    for (const record of batch)
      found.push([record.line, ...(record.kind === 'cells' ? record.cells : ['BROKEN'])]);
  return found;
}

async function* chunksOf(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
