import { createHash } from 'node:crypto';

/** Where a system lacks the face of official papers, the nearest one that it has. */
const SMALL_SONG =
  '"方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun", "Noto Serif CJK SC", serif';
const IMITATION_SONG =
  '"仿宋_GB2312", "FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", "Noto Sans SC", serif';
const SONG = '"SimSun", "宋体", "STSong", "Noto Serif CJK SC", serif';

/** Size 4, in Song, 7 mm below the text and one character from its outer edge. */
const PAGE_NUMBER = `content: "— " counter(page) " —"; font: 14pt ${SONG};`;

/**
 * The page of GB/T 9704-2012: A4, printed on both sides, 37 mm above the text, 28 mm at the binding edge, and 156 × 225 mm for
 * the text itself. A wide table lies on its side: its head is at the binding edge of a right-hand page and at the outer edge
 * of a left-hand one, and the page number stays where it is on upright pages.
 */
const PAGES = `
@page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { ${PAGE_NUMBER} vertical-align: top; padding: 7mm 14pt 0 0; } }
@page :left { margin-left: 26mm; margin-right: 28mm; @bottom-left { ${PAGE_NUMBER} vertical-align: top; padding: 7mm 0 0 14pt; } }
@page wide { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; }
@page wide:right { @bottom-right { content: none; padding: 0; } @left-bottom { ${PAGE_NUMBER} writing-mode: vertical-rl; vertical-align: top; text-align: end; padding: 0 7mm 14pt 0; } }
@page wide:left { margin: 26mm 37mm 28mm 35mm; @bottom-left { content: none; padding: 0; } @left-top { ${PAGE_NUMBER} writing-mode: vertical-rl; vertical-align: top; text-align: start; padding: 14pt 7mm 0 0; } }
`;

const PAPER = `
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.45 ${IMITATION_SONG}; }
.wide { page: wide; }
h1 { margin: 0; text-align: center; font: normal 22pt/1.5 ${SMALL_SONG}; }
.year { margin: 0 0 8pt; text-align: center; font-size: 14pt; }
.ends { display: flex; justify-content: space-between; gap: 1em; margin: 0 0 3pt; }
.ends span:first-child { overflow-wrap: anywhere; }
.ends span:last-child { flex: none; }
h2, caption, th, td { border: 0.75pt solid #000; padding: 2.5pt 4pt; }
th { padding: 2.5pt 2pt; }
h2 { margin: -0.75pt 0 0; font: bold 12pt/1.45 ${SONG}; break-after: avoid; }
table { width: 100%; margin-top: -0.75pt; border-collapse: collapse; table-layout: fixed; }
caption { border-bottom: 0; text-align: left; font-weight: bold; break-after: avoid; }
thead { display: table-header-group; }
tr, .end { break-inside: avoid; }
thead, thead tr { break-after: avoid; }
th, td { overflow-wrap: anywhere; vertical-align: middle; text-align: left; }
th, td.middle { text-align: center; }
th { font-weight: bold; }
td.amount { text-align: right; font-variant-numeric: tabular-nums; }
td.words { white-space: pre-wrap; }
tbody td:empty::after { content: "\\200B"; }
.places td { width: 33%; height: 32mm; vertical-align: top; }
.places p { margin: 0 0 6pt; }
.places .date { text-align: right; white-space: pre; }
.notes { margin: 4pt 0 0; font-size: 9pt; }
.draft { position: fixed; top: 35%; left: 0; right: 0; z-index: -1; margin: 0; text-align: center; font: 96pt/1 ${SONG}; letter-spacing: 0.2em; color: #ddd; print-color-adjust: exact; }
@media screen { body { width: 156mm; margin: 12mm auto; } body.wide { width: 225mm; } }
`;

/** The style of every printed paper. It never varies, so that a page that allows its sum allows nothing else. */
export const PRINT_STYLE = PAGES + PAPER;

/** What a content security policy says to let the printed papers look as they should. */
export const PRINT_STYLE_SOURCE = `'sha256-${createHash('sha256').update(PRINT_STYLE).digest('base64')}'`;
