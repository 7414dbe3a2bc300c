import type { TargetKind } from './reading.ts';

/** Units under another spelling. M is a length here: no budget paper writes millions that way. */
const SPELLINGS: Readonly<Record<string, string>> = {
  百分比: '%',
  百分点: '个百分点',
  千分比: '‰',
  万: '万元',
  千万: '千万元',
  百万: '百万元',
  亿: '亿元',
  圆: '元',
  元整: '元',
  元人民币: '元',
  M: '米',
  m: '米',
  KM: '公里',
  Km: '公里',
  km: '公里',
  cm: '厘米',
  CM: '厘米',
  mm: '毫米',
  MM: '毫米',
  '㎡': '平方米',
  m2: '平方米',
  'm²': '平方米',
  M2: '平方米',
  '㎥': '立方米',
  m3: '立方米',
  'm³': '立方米',
  kg: '公斤',
  KG: '公斤',
  Kg: '公斤',
  t: '吨',
  T: '吨',
  h: '小时',
};

/** Spelled so, the currency is left out: a person says whether money is meant. */
export const LEAVES_OUT_YUAN = /^[十百千]?[万亿]$/;

const MONEY = /^[十百千]?[万亿]?(?:元|美元|港元|欧元)$/;
const DURATION = /^(?:个)?(?:工作日|自然日|日历天|日历日|天|日|小时|分钟|秒|秒钟|周|星期|月|季度|年|学期)$/;
const WORD = /^[\p{Script=Han}°℃·()]+$/u;
const SYMBOL = /^(?:[kMG]?W|[kM]?Wh|[KMGT]B|k?m|[cm]m|k?g|[mμ]g|m?[Ll]|dB|[kK]?V|t|℃|%|‰|Mbps|Gbps|㎡|㎥)$/;
/** Words of comparing, doing and judging are no unit, however short. */
const NO_UNIT = /[以之约余各前底未不已逐超达]|左右|完成|提升|有效|合格|良好|[百千]分之|^[内多]/;
const LONGEST = 12;

/** The start of a unit that counts or measures something; what is counted may follow it: 个行政村. */
const COUNTER =
  /^[十百千万亿]*(?:人次|人份|人天|人月|个|位|名|人|户|家|次|场|期|批|台|辆|套|座|条|处|份|篇|项|件|所|支|只|头|株|棵|亩|公顷|公里|千米|米|厘米|毫米|平方|立方|吨|公斤|千克|克|升|度|千瓦|兆|本|册|张|块|根|间|栋|幢|段|种|类|门|节|课时|学时|车|艘|架|部|口|眼|孔|宗|起|例|卷|幅|枚|盏|扇|组|队|班|村|镇|乡|街道|社区|县|市|点|级|分|倍|轮|届|桶|箱|袋|瓶|盒|标段|对|双|笔|单|样本|岗|床|间次|架次|车次|班次|台次|场次|趟|公顷|平米)/;

/** 次/月, 元/人·月, 人次每年: what is counted, for each of what. */
const RATE = /^([^/]{1,8})\/([^/]{1,8})(?:\/[^/]{1,6})?$/;

/** A unit, spelled the one way and with its kind; null where the text is no unit for sure. Blank is a unit left out. */
export function readUnit(text: string): { readonly unit: string | null; readonly kind: TargetKind } | null {
  if (text === '') return { unit: null, kind: 'number' };
  if (text.length > LONGEST) return null;
  const written = text.replaceAll('每', '/').replace(/(?<=元)整$|(?<=[万亿元])人民币$/, '');
  const unit = SPELLINGS[written] ?? written;
  if (unit === '%') return { unit, kind: 'percent' };
  if (unit === '‰') return { unit, kind: 'permille' };
  if (MONEY.test(unit)) return { unit, kind: 'money' };
  if (DURATION.test(unit)) return { unit, kind: 'duration' };
  if (RATE.test(unit) && unit.split('/').every((part) => WORD.test(part) || SYMBOL.test(part)))
    return { unit, kind: 'rate' };
  if (SYMBOL.test(unit)) return { unit, kind: 'number' };
  if (!WORD.test(unit) || NO_UNIT.test(unit)) return null;
  return COUNTER.test(unit) || unit.length <= 3 ? { unit, kind: 'number' } : null;
}

/** Whether a text is a unit and nothing more: a cell that lost its number. */
export function isBareUnit(text: string): boolean {
  const read = readUnit(text);
  if (read === null || text === '') return false;
  return read.kind !== 'number' || COUNTER.exec(text)?.[0] === text;
}
