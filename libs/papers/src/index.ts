export { type CheckedPaper, checkPaper } from './check-paper.ts';
export { markPaper } from './mark-paper.ts';
export { paperIsStale, paperMismatch } from './mismatch.ts';
export { type FilledPaper, PAPERS, PAPER_TITLES, type PaperHead, type PaperName } from './paper.ts';
export type { PaperFault } from './paper-fault.ts';
export { type ReadPaper, readPaper } from './read-paper.ts';
export { printPaper } from './print/print-paper.ts';
export { PRINT_STYLE_SOURCE } from './print/style.ts';
export { writePaper } from './write-paper.ts';
