import { isBlankCell } from '../cell.ts';
import type { LineFacts } from '../facts.ts';
import { atRow, type RowFinding } from '../finding.ts';

const STANDARD =
  /^(?:数量|质量|时效|成本|经济成本|社会成本|生态(?:环境)?成本|经济效益|社会效益|生态(?:环境)?效益|可持续影响|.*满意度)$/;
const HINT = /[（(][^（()）]*(?:\*{2,}|[Xx]{2,})[^（()）]*[)）]|…{1,}|\.{3,}/;
const FEE = /(?:费|费用|金额|资金|经费|收入|投资|总额)$/;
const SHARE = /(?:率|满意度|比例|占比)$/;

/** What the printed name of an indicator shows. */
export function nameFindings(line: LineFacts): RowFinding[] {
  const { row, printed, name, target, level2 } = line;
  const found: RowFinding[] = [];
  const add = (code: string, zh: string, en: string) => found.push(atRow(row, code, zh, en));
  if (line.isEmpty) {
    add('EMPTY_ROWS', '空行，略过', 'an empty row, skipped');
    return found;
  }
  if (/[★☆]/.test(printed.level3 ?? ''))
    add('STAR', '★表示核心指标，不是名称的一部分', '★ marks a core indicator and is no part of the name');
  if (HINT.test(printed.level3 ?? '') || /^指标\d*[:：]?$/.test((printed.level3 ?? '').trim()))
    add('PLACEHOLDER_LEFT', '名称里还留着模板的提示', 'a hint of the template is left in the name');
  if (level2 !== '' && !isLocal(line) && !STANDARD.test(level2))
    add(
      'LEVEL2_NOT_STANDARD',
      `二级指标“${level2}”不在统一分类中`,
      `the second level "${level2}" is not in the common list`,
    );
  if (line.notApplicable)
    add(
      'NOT_APPLICABLE',
      '不适用，应说明原因，分值分摊到其他指标',
      'not applicable: give the reason; its points go to the others',
    );
  const counted = target?.kind === 'number' && target.unit !== null;
  if (counted && (FEE.test(name) || (SHARE.test(name) && target?.unit !== '个百分点')))
    add(
      'NAME_NE_UNIT',
      `指标“${name}”的单位是“${target?.unit}”，无法衡量`,
      `"${name}" cannot be measured in ${target?.unit}`,
    );
  if (target?.kind === 'percent' && WISH.test(name) && !RATE.test(name))
    add('QUALITATIVE_AS_PERCENT', `“${name}”不能用百分比衡量`, `"${name}" is nothing a percentage measures`);
  if (isBlankCell(name) && !line.notApplicable && printed.level3 !== null)
    add('NAME_MISSING', '指标名称未填', 'the indicator has no name');
  return found;
}

const isLocal = ({ class: of }: LineFacts): boolean =>
  of === 'decision' || of === 'process' || of === 'other';

const WISH = /促进|提升|提高|改善|推动|增强|保障|减轻|带动|维护|助推|发展|影响/;
const RATE = /率|度(?!假)|比例|比重|占比|百分|覆盖|合格|达标|次数|人数|数量/;
