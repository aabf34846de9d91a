import { brotliDecompressSync } from 'node:zlib';
import { HttpRequest, type HttpResponseInit } from '@azure/functions';
import { describe, expect, test } from 'vitest';
import { APP_FOLDER } from '../../local/build-app.ts';
import { answerAsset, answerIndex } from '../../shared/http/page-answer.ts';
import { appFolderAbove, readPageFiles } from '../../shared/http/page-files.ts';

const files = readPageFiles(APP_FOLDER);

const asset = (path: string, version = files.version, headers: Record<string, string> = {}) =>
  answerAsset(
    new HttpRequest({
      method: 'GET',
      url: 'http://localhost/',
      headers,
      params: { version, path },
    }),
    files,
  );

const index = (headers: Record<string, string> = {}) =>
  answerIndex(new HttpRequest({ method: 'GET', url: 'http://localhost/', headers }), files);

const header = ({ headers }: HttpResponseInit, name: string): string =>
  new Headers(headers).get(name) ?? '';

describe('the page as it is served', () => {
  test('is found from its compiled file as well as from its source', () => {
    expect(appFolderAbove(`${APP_FOLDER}/dist/functions/admin`)).toBe(APP_FOLDER);
    expect(appFolderAbove(`${APP_FOLDER}/functions/admin`)).toBe(APP_FOLDER);
  });

  test('lets no inline script or style run, and nothing from elsewhere', async () => {
    const policy = header(await index(), 'content-security-policy');

    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  test('is sent once, and again only when it has changed', async () => {
    const etag = header(await index(), 'etag');

    expect(await index({ 'if-none-match': etag })).toMatchObject({ status: 304 });
    expect(await index({ 'if-none-match': '"another"' })).not.toMatchObject({ status: 304 });
  });

  test('is compressed for who takes it so, and says the same', async () => {
    const { body } = await asset('main.js', files.version, { 'accept-encoding': 'gzip, br' });
    const plain = await asset('main.js');

    expect(body).toBeInstanceOf(Uint8Array);
    if (!(body instanceof Uint8Array)) return;
    expect(brotliDecompressSync(body)).toEqual(plain.body);
  });

  test('asks for every module of the first view at once', () => {
    const text = files.index.bytes.toString();

    expect(text).toContain(`/assets/${files.version}/views/portfolio/portfolio.js">`);
    expect(text).toContain(`/assets/${files.version}/vendor/lit-html.js">`);
    expect(text).not.toContain('vendor/uplot.js');
  });

  test.each([
    '../package.json',
    '..%2fpackage.json',
    '/etc/passwd',
    'vendor/../../package.json',
    'styles',
    'styles/base.css',
    '',
    '__proto__',
    'main.js/',
    'main.ts',
  ])('"%s" is no file of it', async (path) => {
    expect(await asset(path)).toMatchObject({ status: 404 });
  });

  test('a file of another version is not there, so that no address has two contents', async () => {
    expect(await asset('main.js', '000000000000')).toMatchObject({ status: 404 });
    expect(header(await asset('main.js'), 'cache-control')).toContain('immutable');
  });

  test('the frame for e-mails lets them style themselves, and runs nothing', async () => {
    const policy = header(await asset('email-frame.html'), 'content-security-policy');

    expect(policy).toContain('sandbox allow-same-origin');
    expect(policy).not.toContain('script-src');
  });
});
