const TAKES_NO_COLUMN = /[\p{Mn}\p{Me}\p{Cf}]/u;
const TAKES_TWO_COLUMNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;

/** How many columns a fixed-width font takes to show a text. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (character <= '~') return 1;
  if (TAKES_NO_COLUMN.test(character)) return 0;
  return TAKES_TWO_COLUMNS.test(character) ? 2 : 1;
}
