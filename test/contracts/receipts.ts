import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeKey } from '../../shared/effects/store/keys.ts';
import { StaleError } from '../../shared/run/errors.ts';
import type { Receipt, ReceiptBook, Receipts } from '../../shared/run/pull/pull-ports.ts';
import { id } from '../run/portfolio.ts';
import { aRun } from './run-builders.ts';

let sources = 0;
const aSource = (): string => {
  sources += 1;
  return `source/${sources}`;
};

const receipt = (text: string, digest?: string): Receipt => ({
  id: id(text),
  customerId: id(text),
  digest,
  etag: 'e',
});

const inOrder = (texts: readonly string[]): string[] =>
  texts.toSorted((a, b) => (encodeKey(a) < encodeKey(b) ? -1 : 1));

/** A pull by pages of a size, each receipt with what the night calls its digest. */
async function pull(book: ReceiptBook, ids: readonly string[], size: number, digest: string) {
  let after: string | undefined;
  const seen: Receipt[] = [];
  for (let at = 0; ; at += size) {
    const page = inOrder(ids).slice(at, at + size);
    const through = page.length < size ? undefined : page.at(-1);
    seen.push(...(await book.page(after, through)));
    await book.save(page.map((each) => receipt(each, digest)));
    if (through === undefined) return seen;
    after = through;
  }
}

const byId = (a: Receipt, b: Receipt): number => (encodeKey(a.id) < encodeKey(b.id) ? -1 : 1);

export function keepsReceipts(make: () => Receipts): void {
  test('a book that nobody wrote in is empty', async () => {
    const book = await make().open(aRun(), aSource());

    expect(await book.page(undefined, undefined)).toEqual([]);
    expect(await book.isOurs()).toBe(true);
  });

  test('every night finds what the last one left, however their pages fall', async () => {
    const texts = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnopq/#?=ü🦊-.~!'), {
      minLength: 1,
    });
    const nights = fc.array(fc.tuple(texts, fc.integer({ min: 1, max: 6 })), {
      minLength: 2,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(nights, async (all) => {
        const [receipts, source] = [make(), aSource()];
        let before: Receipt[] = [];
        for (const [at, [ids, size]] of all.entries()) {
          const book = await receipts.open(aRun(), source);
          const seen = await pull(book, ids, size, `night ${at}`);
          expect(seen.toSorted(byId)).toEqual(before);
          before = ids.map((each) => receipt(each, `night ${at}`)).toSorted(byId);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('of two readers the one that saves second gives way, and notices', async () => {
    const [receipts, source] = [make(), aSource()];
    const [first, second] = [
      await receipts.open(aRun(), source),
      await receipts.open(aRun(), source),
    ];
    await second.page(undefined, undefined);
    await first.page(undefined, undefined);
    await first.save([receipt('a', 'by the first')]);

    await expect(second.save([receipt('a', 'by the second')])).rejects.toThrow(StaleError);

    expect([await first.isOurs(), await second.isOurs()]).toEqual([true, false]);
    expect(await first.page(undefined, undefined)).toEqual([receipt('a', 'by the first')]);
  });

  test('a receipt says whose the facts are, and what they still lack', async () => {
    const [receipts, source] = [make(), aSource()];
    const book = await receipts.open(aRun(), source);
    const moved = { ...receipt('t'), customerId: id('them'), digest: undefined, etag: undefined };
    await book.page(undefined, undefined);

    await book.save([moved]);

    expect(await book.page(undefined, undefined)).toEqual([moved]);
  });

  test('one among many is replaced, and the others stay', async () => {
    const [receipts, source] = [make(), aSource()];
    const ids = ['a', 'b', 'c', 'd', 'e'];
    await pull(await receipts.open(aRun(), source), ids, 2, 'before');
    const book = await receipts.open(aRun(), source);

    for (const each of ['b', 'bb', 'e', 'z']) {
      const around = await book.around(id(each));
      await book.save([...around.filter((other) => other.id !== each), receipt(each, 'after')]);
    }

    const all = await book.page(undefined, undefined);
    expect(all.map((each) => `${each.id} ${each.digest}`).toSorted()).toEqual([
      'a before',
      'b after',
      'bb after',
      'c before',
      'd before',
      'e after',
      'z after',
    ]);
  });

  test('a dry run, and another source, have receipts of their own', async () => {
    const [receipts, source] = [make(), aSource()];
    const book = await receipts.open(aRun(), source);
    await book.page(undefined, undefined);
    await book.save([receipt('a', 'x')]);

    const dry = await receipts.open(aRun({ dryRun: true }), source);
    const other = await receipts.open(aRun(), aSource());

    expect(await dry.page(undefined, undefined)).toEqual([]);
    expect(await other.page(undefined, undefined)).toEqual([]);
  });

  test('many small pages that all went are removed with their receipts', async () => {
    const [receipts, source] = [make(), aSource()];
    const ids = Array.from({ length: 230 }, (_, at) => `c-${`${at}`.padStart(4, '0')}`);
    await pull(await receipts.open(aRun(), source), ids, 1, 'x');

    const book = await receipts.open(aRun(), source);
    expect(await book.page(undefined, undefined)).toHaveLength(230);
    await book.save([]);

    expect(await book.page(undefined, undefined)).toEqual([]);
  });
}
