import type { Rendered } from './email-ports.ts';

/** An e-mail as a browser shows it, which knows no attachments: its pictures are in the text. */
export const htmlWithPictures = ({ html, attachments }: Omit<Rendered, 'text'>): string =>
  attachments.reduce(
    (shown, { contentId, contentType, content }) =>
      contentId === undefined
        ? shown
        : shown.replaceAll(
            `cid:${contentId}`,
            `data:${contentType};base64,${Buffer.from(content).toString('base64')}`,
          ),
    html,
  );
