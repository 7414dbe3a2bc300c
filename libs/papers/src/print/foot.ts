import { rulebook, TO_BE_CONFIRMED, toBeConfirmed } from '@quancheng/rulebook';
import type { FilledPaper, PaperHead, PaperName } from '../paper.ts';
import { reviewSheetOf } from '../shown.ts';
import { type Html, html } from './html.ts';
import { PLANS } from './plan.ts';
import { dateText } from './value.ts';

/** Where they seal, sign and date, and by which rules. The day in the first place is that of the handing in. */
export function signing({ paper, head, handedInOn }: FilledPaper): Html {
  const cells = PLANS[paper].places.map(
    ({ seal, signs }, index) => html`<td>
<p>${seal}</p>
${signs.map((sign) => html`<p>${sign}：</p>\n`)}<p class="date">${dateText(index === 0 ? handedInOn : undefined)}</p>
</td>`,
  );
  return html`<div class="end">
<table class="places"><tbody><tr>${cells}</tr></tbody></table>
<p class="notes">${sources(head, paper).join('；')}</p>
</div>`;
}

/** Where the rules come from, with the mark of what the bureau has yet to confirm. */
function sources(head: PaperHead, paper: PaperName): string[] {
  const edition = rulebook.edition(head.edition);
  const sheet = paper === 'goal-review' ? reviewSheetOf(head) : undefined;
  const mark = (open: boolean) => (open ? `（${TO_BE_CONFIRMED.zh}）` : '');
  return [
    ...(edition === undefined ? [] : [`规则：${edition.title.zh} ${edition.id}${mark(!edition.released)}`]),
    ...(sheet === undefined ? [] : [`要点：${sheet.title.zh} ${sheet.id}${mark(toBeConfirmed(sheet.tier))}`]),
    `数据版本：${head.version}`,
  ];
}
