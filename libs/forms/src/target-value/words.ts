import { plainText } from './plain-text.ts';
import { type TargetReading, worded } from './reading.ts';

/** A dash, a stroke or a word that says: this does not apply. An empty cell says nothing and is not among them. */
const NOT_APPLICABLE = /^(?:[/\-—–_]|-{2,}|—{2,}|无|暂无|不适用|不涉及|未涉及|无此项|N\/A|n\/a|NA)$/;

const YES_OR_NO = /^(?:是|否|有)$/;

/** What a template leaves for the clerk to replace: **, XX, ____, …, 指标1:, and how long the text may be. */
const HINT =
  /(?<!\d)\*+|\*+(?!\d)|[×✕]{2,}|[Xx]{2,}(?=[%‰]|[\p{Script=Han}/]|$)|_{2,}|…|\.{3,}|\d+字(?:以内|左右|之内)|^指标\d*:?$|^(?:请|待)(?:填写?|补充)|^[□○]+$/u;
const HINTED_UNIT = /^(?:>=|<=|=|>|<)?(?:\*+|[×✕]{2,}|[Xx]{2,}|_{2,}|…+)([^*×✕Xx_…]{1,12})$/u;

/** Tier words stand for a share of the weight; what the sentence adds (预期目标, 年度指标) is left off. */
const TIER =
  /^(?:已?(?:全部|全面|基本|部分)?(?:达成|完成|实现|达到)|未(?:能)?(?:达成|完成|实现|达到))(?:了)?(?:年度|年初|预期|预定|既定|绩效|设定|全年)*(?:指标|目标|任务|效果|要求)?(?:值)?(?:(?:并|且|,)(?:具有|有)?(?:一定|较好)?效果(?:较差)?)?$/;

/** Better or worse than before: it needs the value of last year. */
const TREND =
  /(?:逐年|逐月|逐季|逐步|持续|稳步|不断|稳中有|同比|环比|[较比](?:上|去|前|往)一?年度?|年均|较(?:往年|同期))(?:有所|明显|显著|小幅|略有|稳步)?(?:[^,。;]{0,8})?(?:提升|提高|增长|增加|上升|下降|降低|减少|升|降)/;

/** Whether a cell says that what it asks for does not apply: /, —, 无, 不涉及. */
export const saysNotApplicable = (cell: string): boolean => NOT_APPLICABLE.test(plainText(cell));

export function readWords(text: string): TargetReading | null {
  if (NOT_APPLICABLE.test(text)) return worded('not_applicable', text);
  if (YES_OR_NO.test(text)) return { ...worded('boolean', text, text), operator: '=' };
  if (HINT.test(text)) return { ...worded('placeholder', text), unit: HINTED_UNIT.exec(text)?.[1] ?? null };
  if (TIER.test(text)) return worded('tier', text, tierWord(text));
  return null;
}

/** A change of so much: 较上年增长5%以上. What it is measured from stands with last year's value. */
export const TREND_BEFORE =
  /^(?:(?:同比|环比|年均|[较比](?:上|去|前)一?年度?)(?:每年)?)?(?:增长率?|提升|提高|增加|上升|增幅|下降|降低|减少|降幅)(?:率|了|至少)?(?=[\d<>=不超大高低达])/;

export const readTrend = (text: string): TargetReading | null =>
  TREND.test(text) && !/\d/.test(text) ? worded('trend', text) : null;

/** 达成预期指标 is 达成; 部分达成预期指标并具有一定效果 is the middle tier's word. */
function tierWord(text: string): string {
  return text
    .replace(/^已/, '')
    .replace(/^(?:全部|全面)/, '')
    .replace(
      /(达成|完成|实现|达到)了?(?:年度|年初|预期|预定|既定|绩效|设定|全年)*(?:指标|目标|任务|效果|要求)?值?/,
      '$1',
    )
    .replace(/^未能/, '未')
    .replace(/实现|达到/, '达成');
}
