export { isBlankCell, readAmountCell } from './cell.ts';
export { bareName, totalMoneyRow } from './facts.ts';
export type { FormFinding } from './finding.ts';
export {
  type PrintedIndicator,
  type PrintedMoney,
  type PublishedForm,
  readPublishedForm,
} from './form.ts';
export { kindOfLevels } from './kind.ts';
export { type ScoredExecution, type ScoredForm, type ScoredFormLine, scorePublishedForm } from './score.ts';
