import { expect, test } from 'vitest';
import { dataTable } from '../../../../local/simulate/report/data-table.ts';

test('a nought stands back among figures, and is a word like any other elsewhere', () => {
  const rows = [['0', '0', '10', '0']];
  const { markup } = dataTable({ caption: '', columns: [], rows, figuresFrom: 1, wordsFrom: 3 });

  expect(markup).toContain(
    '<tr><th scope="row">0</th><td class="figure none">0</td><td class="figure">10</td><td>0</td></tr>',
  );
});
