import { type Refusal, refuse, type Words } from '@quancheng/kernel';
import { words } from './layout.ts';
import { PAPER_TITLES, type PaperHead, type PaperName } from './paper.ts';
import type { ReadPaper } from './read-paper.ts';

type Wanted = PaperHead & { readonly paper: PaperName };

/** Is the file another paper, or one of another division, project, year, unit or round? Then it must not be taken here. Null: it belongs here. */
export function paperMismatch(read: ReadPaper, expected: Wanted): Refusal | null {
  const pairs: readonly [Words, string, string][] = [
    [words('表名', 'paper'), PAPER_TITLES[read.paper].zh, PAPER_TITLES[expected.paper].zh],
    [words('财政区划', 'division'), read.head.division, expected.division],
    [words('项目编号', 'project'), read.head.projectId, expected.projectId],
    [words('预算年度', 'year'), String(read.head.fiscalYear), String(expected.fiscalYear)],
    [words('单位代码', 'unit'), read.head.unit.code, expected.unit.code],
    [words('跟踪轮次', 'round'), read.head.round ?? '', expected.round ?? ''],
  ];
  const different = pairs.filter(([, own, wanted]) => own !== wanted);
  if (different.length === 0) return null;
  const zh = different.map(([what, own, wanted]) => `${what.zh}是“${own}”，应为“${wanted}”`).join('；');
  const en = different.map(([what, own, wanted]) => `the ${what.en} is "${own}", not "${wanted}"`).join('; ');
  return refuse({
    code: 'PAPER_OF_ANOTHER',
    because: words(`这份文件不属于这里：${zh}`, `the file does not belong here: ${en}`),
    remedy: words(
      '请核对后在对应的项目、年度和轮次上传',
      'send it at the project, year and round that it names',
    ),
  });
}

/** The project-year has moved on since the file was made. It can still be taken; the clerk should know. Null: it has not. */
export function paperIsStale(read: ReadPaper, current: Pick<PaperHead, 'version' | 'edition'>): Words | null {
  if (read.head.version === current.version && read.head.edition === current.edition) return null;
  return words(
    `文件下载后项目有了变化（文件版本${read.head.version}，现在${current.version}），请核对`,
    `the project has changed since the file was made (version ${read.head.version}, now ${current.version}): compare them`,
  );
}
