import { type FormFinding, finding } from '../finding.ts';
import type { FormResult } from '../score.ts';

/** Economic classes of spending (支出经济分类): what money is spent on, never a project. */
const ECONOMIC_CLASS =
  /^(?:工资福利支出|商品和服务支出|对个人和家庭的?补助(?:支出)?|债务利息及费用支出|资本性支出(?:[（(].*[)）])?|对企业补助.*|对社会保障基金补助|其他支出)$/;
/** Wages and running costs are basic spending (基本支出); a code with R marks them in the budget system. */
const BASIC_SPENDING =
  /\d{6,8}R\d{6,}|工资性支出|人员(?:经费|支出)|基本支出|公用经费|公积金|养老保险缴费|津贴补贴|离退休费/;

export function headerFindings({ facts: { form, isSelfEvaluation } }: FormResult): FormFinding[] {
  const project = (form.project ?? '').trim();
  const department = (form.department ?? '').trim();
  const found: FormFinding[] = [];
  const add = (code: string, zh: string, en: string) => found.push(finding(code, 'header', zh, en));
  if (department === '' && isSelfEvaluation)
    add('DEPARTMENT_BLANK', '主管部门未填', 'the department is blank');
  if (/(?:科|股|科室)$/.test(department))
    add(
      'DEPARTMENT_IS_A_SECTION',
      `主管部门填的是内设机构“${department}”`,
      `"${department}" is a section, not a department`,
    );
  if (project === '') add('PROJECT_BLANK', '项目名称未填', 'the project has no name');
  if (ECONOMIC_CLASS.test(project))
    add(
      'PROJECT_IS_ECONOMIC_CLASS',
      `“${project}”是支出经济分类，不是项目`,
      `"${project}" is an economic class of spending, not a project`,
    );
  if (BASIC_SPENDING.test(project))
    add('BASIC_SPENDING', `“${project}”属于基本支出`, `"${project}" is basic spending in a project's form`);
  if (!/^(?:万元?|元)$/.test((form.money_unit ?? '').trim()))
    add('MONEY_UNIT_MISSING', '没有注明金额单位', 'the money unit is not stated');
  return found;
}
