import type { z } from 'zod';
import { SourceError } from '../../run/errors.ts';

/**
 * All the items of a list about one customer. One that cannot be read makes the list useless: the
 * rest of it would be half a truth, and here nobody reads on without it.
 */
export async function itemsOf<Schema extends z.ZodType>(
  pages: AsyncIterable<readonly unknown[]>,
  schema: Schema,
): Promise<readonly z.output<Schema>[]> {
  const items: z.output<Schema>[] = [];
  for await (const page of pages)
    for (const item of page) {
      const read = schema.safeParse(item);
      if (!read.success) throw unreadable(read.error.issues);
      items.push(read.data);
    }
  return items;
}

function unreadable([issue]: readonly z.core.$ZodIssue[]): SourceError {
  const where = issue?.path.join('.') ?? '';
  return new SourceError(
    `Cannot read an item of a list of Partner Center because of its ${where} (${issue?.message}): report it, Partner Center has changed`,
  );
}
