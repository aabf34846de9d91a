const MARKED = /"#(-?[\d.eE+-]+)#"/g;

/** A number with all the digits that its text has, for `exactBody` to write. */
export const exactNumber = (text: string): string => `#${text}#`;

/** JSON whose numbers have more digits than a float holds, as some services send them. */
export const exactBody = (value: unknown): string => JSON.stringify(value).replaceAll(MARKED, '$1');
