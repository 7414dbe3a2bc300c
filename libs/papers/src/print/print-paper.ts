import { blocksOf, type CellField, fieldsOf, hasMoney, isRows, MONEY_UNIT_LABEL } from '../layout.ts';
import { type FilledPaper, PAPER_TITLES } from '../paper.ts';
import { entriesTable, entryOf, headEntries } from './entries.ts';
import { signing } from './foot.ts';
import { Html, html } from './html.ts';
import { moneyTable, spendingTable } from './money-table.ts';
import { PLANS, type Section } from './plan.ts';
import { rowsTables } from './rows.ts';
import { PRINT_STYLE } from './style.ts';

/**
 * The paper as a whole page of HTML that prints on A4 like the official one: without script, without anything from outside,
 * every text of a person escaped. Money is in 万元 with all its digits; a paper that was not handed in is marked as a draft.
 */
export function printPaper(filled: FilledPaper): string {
  const { paper, head, handedInOn, spending } = filled;
  const { sections, wide } = PLANS[paper];
  const title = PAPER_TITLES[paper].zh;
  return String(html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${head.projectName} ${title}</title>
<style>${new Html(PRINT_STYLE)}</style>
</head>
<body${wide === true ? html` class="wide"` : ''}>
${handedInOn === undefined ? html`<p class="draft">草稿</p>` : ''}
<h1>${title}</h1>
<p class="year">（${head.fiscalYear}年度）</p>
<p class="ends"><span>填报单位：${head.unit.name}</span><span>${hasMoney(fieldsOf(paper)) ? `${MONEY_UNIT_LABEL}万元` : ''}</span></p>
${entriesTable(headEntries(head))}
${spending === undefined ? '' : spendingTable(spending)}
${[...sections, rest(filled)].map((section) => sectionOf(filled, section))}
${signing(filled)}
</body>
</html>
`);
}

/** Fields that no section names. */
function rest({ paper }: FilledPaper): Section {
  const named = PLANS[paper].sections.flatMap(({ fields }) => fields);
  return {
    fields: fieldsOf(paper)
      .map(({ name }) => name)
      .filter((name) => !named.includes(name)),
  };
}

function sectionOf(filled: FilledPaper, { title, fields, across }: Section): Html {
  const own = fields.flatMap((name) => fieldsOf(filled.paper).find((field) => field.name === name) ?? []);
  const heading = title === undefined ? '' : html`<h2>${title}</h2>`;
  if (across === true) {
    const cells = own.filter((field): field is CellField => !isRows(field));
    return html`${heading}${moneyTable(cells, filled.values)}`;
  }
  const blocks = blocksOf(own).map((block) =>
    Array.isArray(block)
      ? entriesTable(block.map((field) => entryOf(field, filled.values[field.name])))
      : rowsTables(filled, block),
  );
  return html`${heading}${blocks}`;
}
