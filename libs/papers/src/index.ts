export { type FilledPaper, PAPERS, PAPER_TITLES, type PaperHead, type PaperName } from './paper.ts';
