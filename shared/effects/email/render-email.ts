import type { Block, Email } from '../../decisions/email.ts';
import { literalLine } from '../../decisions/literal-line.ts';
import type { EmailRenderer } from '../../run/email-ports.ts';
import { htmlPage } from './html-blocks.ts';
import { textBlocks } from './text-blocks.ts';

/** All wording is English for now, whatever the language of its reader. */
const LANGUAGE = 'en';

/** The plain look: no images, no links, nothing that a customer's name could change. */
export const plainRenderer = {
  render({ subject, blocks }: Pick<Email, 'subject' | 'blocks'>) {
    const lines = blocks.map(literalBlock);
    return {
      text: textBlocks(lines),
      html: htmlPage(literalLine(subject), LANGUAGE, lines),
      attachments: [],
    };
  },
} satisfies EmailRenderer;

function literalBlock(block: Block): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: literalLine(block.text) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(literalLine)) };
  }
}
