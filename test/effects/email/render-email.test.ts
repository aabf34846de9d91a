import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Email } from '../../../shared/decisions/email.ts';
import { plainRenderer } from '../../../shared/effects/email/render-email.ts';

const emailOf = (...blocks: Block[]): Email => ({
  id: '520f2fe3-2750-5099-91fe-031126184686',
  kind: 'digest',
  to: 'ana@kestrel.example',
  subject: 'News about <Contoso>',
  customerIds: [],
  language: 'en',
  blocks,
});

const render = (...blocks: Block[]) => plainRenderer.render(emailOf(...blocks));

const table = (...rows: string[][]): Block => ({
  kind: 'table',
  columns: [
    { title: 'Customer', align: 'left' },
    { title: 'Overdue', align: 'right' },
    { title: 'Why', align: 'left' },
  ],
  rows,
});

test('as text, figures stand below each other and headings are underlined', () => {
  const { text } = render(
    { kind: 'heading', text: 'New or worse' },
    table(['Contoso', '4,200.00 EUR', 'late'], ['Fabrikam', '80.00 EUR', '']),
    { kind: 'paragraph', text: 'and 5 more' },
  );

  expect(text).toBe(
    [
      'New or worse',
      '============',
      '',
      'Customer       Overdue  Why',
      '--------  ------------  ----',
      'Contoso   4,200.00 EUR  late',
      'Fabrikam     80.00 EUR',
      '',
      'and 5 more',
      '',
    ].join('\n'),
  );
});

test('wide and combining characters keep the columns of the text aligned', () => {
  const { text } = render(table(['川崎', '1', 'a'], ['e\u0301', '2', 'b'], ['plain', '3', 'c']));

  expect(text.split('\n').slice(2, 5)).toEqual([
    '川崎            1  a',
    'e\u0301               2  b',
    'plain           3  c',
  ]);
});

test('as HTML, a table names its columns and its rows for who listens to it', () => {
  const { html } = render(table(['Contoso', '4,200.00 EUR', 'late']));
  const plain = html.replaceAll(/ (style|dir)="[^"]*"/g, '');

  expect(plain).toContain(
    '<thead><tr><th scope="col">Customer</th><th scope="col">Overdue</th><th scope="col">Why</th></tr></thead>',
  );
  expect(plain).toContain(
    '<tr><th scope="row">Contoso</th><td>4,200.00 EUR</td><td>late</td></tr>',
  );
});

test('the page has a language, a charset and a title', () => {
  const { html } = render();

  expect(html).toMatch(/^<!doctype html>\n<html lang="en">\n/);
  expect(html).toContain('<meta charset="utf-8"><title>News about &lt;Contoso&gt;</title>');
});

describe('what a customer is called', () => {
  test.each([
    {
      name: '<script>alert(1)</script>',
      text: '<script>alert(1)</script>',
      html: '&lt;script&gt;alert(1)&lt;/script&gt;',
      because: 'a name is no markup',
    },
    {
      name: 'A&amp;B "C" \'D\'',
      text: 'A&amp;B "C" \'D\'',
      html: 'A&amp;amp;B &quot;C&quot; &#39;D&#39;',
      because: 'it is escaped once, and shown as it is',
    },
    {
      name: 'pay \u202E000.1',
      text: 'pay \\u202E000.1',
      html: 'pay \\u202E000.1',
      because: 'an override cannot turn an amount around',
    },
    { name: 'שלום', text: 'שלום', html: 'שלום', because: 'a script is not an attack' },
    { name: 'A\r\nB', text: 'A B', html: 'A B', because: 'a line break starts no row' },
  ])('is shown literally as $text: $because', ({ name, text, html }) => {
    const blocks: Block[] = [
      { kind: 'heading', text: name },
      { kind: 'paragraph', text: name },
      table([name, name, name]),
    ];

    const rendered = render(...blocks);

    expect(rendered.text.split(text)).toHaveLength(6);
    expect(rendered.html.split(`>${html}</`)).toHaveLength(6);
  });

  test('never adds an element to the page, nor a line to the text', () => {
    const shape = (name: string) => {
      const { text, html } = render({ kind: 'paragraph', text: name }, table([name, '1', name]));
      return { lines: text.split('\n').length, tags: html.match(/<[^>]*>/g) };
    };

    const ordinary = shape('Contoso');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(shape(name)).toEqual(ordinary);
      }),
    );
  });

  test('reads in its own direction, without moving the figures beside it', () => {
    expect(render(table(['שלום', '1', ''])).html).toContain('<th scope="row" dir="auto"');
  });
});
