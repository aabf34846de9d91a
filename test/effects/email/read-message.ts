export type ReadMessage = {
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
};

/** Reads a message with two parts back, as a mail program does. */
export function readMessage(message: string): ReadMessage {
  const { headers, body } = split(message);
  const [, boundary] = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '') ?? [];
  if (!body.endsWith(`\r\n--${boundary}--\r\n`)) throw new Error('the last boundary is missing');
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => split(part.trimStart()));
  const partOf = (type: string): string => {
    const part = parts.find((each) => each.headers.get('content-type')?.startsWith(type));
    if (part === undefined) throw new Error(`there is no ${type} part`);
    return decoded(part.body, part.headers.get('content-transfer-encoding'));
  };
  return { headers, text: partOf('text/plain'), html: partOf('text/html') };
}

function split(message: string): { headers: ReadonlyMap<string, string>; body: string } {
  const end = message.indexOf('\r\n\r\n');
  const lines = message
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const [, name = '', value = ''] = /^([\w-]+): ?(.*)$/.exec(line) ?? [];
    return [name.toLowerCase(), value];
  });
  return { headers: new Map(headers), body: message.slice(end + 4) };
}

function decoded(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const lines = body.replace(/\r\n$/, '').replaceAll('\r\n', '\n');
  if (encoding !== 'quoted-printable') return lines;
  const bytes = lines
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
