/** Glyphs that mean an operator, however they got into the cell. A box-drawing ═ is an equals sign in many exports. */
const GLYPHS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'≥≧⩾≮⪰'].map((glyph) => [glyph, '>='])),
  ...Object.fromEntries([...'≤≦⩽≯⪯'].map((glyph) => [glyph, '<='])),
  ...Object.fromEntries([...'═﹦〓'].map((glyph) => [glyph, '='])),
};
const OPERATOR = /[<>=≥≧⩾≮⪰≤≦⩽≯⪯═﹦〓]+/g;

/** One run of operator signs: `=>` is meant as `>=`, `==` as `=`; other runs stay as they are, for a person. */
function plainOperator(run: string): string {
  const plain = [...run].map((sign) => GLYPHS[sign] ?? sign).join('');
  if (/^=+$/.test(plain)) return '=';
  return { '=>': '>=', '=<': '<=' }[plain] ?? plain;
}

/** Full-width forms that stand for ASCII: ０–９, Ａ–Ｚ, ％, ＝, （, ，, ／ and the rest of the block. */
const halfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[﹪﹤﹥]/g, (small) => ({ '﹪': '%', '﹤': '<', '﹥': '>' })[small] ?? small);

/** `A | B | C` is three cells of one value; a lone box line between cells is no equals sign. */
const joinCells = (text: string): string =>
  text.includes('|')
    ? text
        .split('|')
        .map((cell) => cell.trim())
        .join('')
    : text;

/**
 * The cell in one plain line: half-width signs and digits, cells joined, `>=` `<=` `=` for every operator glyph, no
 * blanks, no full stop at the end.
 */
export function plainText(cell: string): string {
  return joinCells(halfWidth(cell))
    .replace(/[\s\u00A0\u3000\u200B-\u200D\uFEFF]+/g, '')
    .replace(OPERATOR, plainOperator)
    .replace(/[−‐‑]/g, '-')
    .replace(/[〜∼～]/g, '~')
    .replace(/(?<=[\d%])\((?:含|含本数)\)/g, '')
    .replace(/^["“”'‘’]+|["“”'‘’。;；.]+$/g, '');
}

/** Whether a cell begins with an operator sign, whatever its glyph. */
export const startsWithOperator = (cell: string): boolean => /^[<>=]/.test(plainText(cell));
