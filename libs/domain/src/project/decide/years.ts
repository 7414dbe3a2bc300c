import { strict } from '@quancheng/forms';
import { type Fen, type Refusal, refuse, sumFen, yearOf } from '@quancheng/kernel';
import { z } from 'zod';
import { CLAUSE } from '../../core/clauses.ts';
import { fenSchema } from '../../core/legal-date.ts';
import { firstRefusal, onField } from '../../core/refusals.ts';
import { fiscalYearSchema } from '../shapes.ts';
import type { RegisteredProject, Year } from '../state.ts';
import { act, type Fact, fact, refuseUnruled } from './act.ts';

const openData = strict({ fiscalYear: fiscalYearSchema });

export const OpenYear = act({
  title: { zh: '建立预算年度', en: 'open a fiscal year' },
  roles: ['unit-clerk', 'unit-head', 'department', 'finance-business', 'administrator'],
  data: openData,
  decide(project, { fiscalYear }, world) {
    const refusal = firstRefusal(
      yearIn(project, fiscalYear) === undefined ? null : alreadyOpen(fiscalYear),
      refuseUnruled(world, 'fiscalYear', fiscalYear),
      outsidePlan(project, fiscalYear),
    );
    return (
      refusal ?? [
        fact(
          'YearOpened',
          { fiscalYear, takenOver: null },
          project.identity.nature === 'new' ? CLAUSE.newGoal : CLAUSE.recurrentGoal,
        ),
      ]
    );
  },
});

const approvedData = z.object({ fiscalYear: fiscalYearSchema, approvedFen: fenSchema });

export const NoteYearApproved = act({
  title: { zh: '记录年度批复数', en: "note the year's approval" },
  roles: ['system'],
  data: approvedData,
  decide(project, { fiscalYear, approvedFen }) {
    const year = yearIn(project, fiscalYear);
    if (year === undefined) return notOpened(fiscalYear);
    if (year.approvedFen === approvedFen) return [];
    const others = project.years.filter((other) => other !== year);
    const overTotal =
      project.identity.totalFen !== null && approvedTotal(others) + approvedFen > project.identity.totalFen;
    return [fact('YearApprovalNoted', { fiscalYear, approvedFen, overTotal }, CLAUSE.approval)];
  },
});

const carryData = z.object({ fromYear: fiscalYearSchema, amountFen: fenSchema });

/** Opens the next year where it is not open yet, whatever the plan says: leftover money needs a year to stand in. */
export const NoteCarryOver = act({
  title: { zh: '转入上年度结转资金', en: 'forward a carry-over' },
  roles: ['system'],
  data: carryData,
  decide(project, { fromYear, amountFen }, world) {
    const year = yearIn(project, fromYear);
    if (year === undefined) return notOpened(fromYear);
    if (year.carriedOutFen === amountFen) return [];
    if (year.carriedOutFen !== null) return carriedBefore(fromYear);
    const toYear = fromYear + 1;
    const open = yearIn(project, toYear) !== undefined;
    const refusal = open ? null : refuseUnruled(world, 'fromYear', toYear);
    if (refusal !== null) return refusal;
    const opened: Fact[] = open
      ? []
      : [fact('YearOpened', { fiscalYear: toYear, takenOver: null }, CLAUSE.approval)];
    return [...opened, fact('CarryOverForwarded', { fromYear, toYear, amountFen }, CLAUSE.approval)];
  },
});

const closedData = z.object({ fiscalYear: fiscalYearSchema });

export const NoteYearClosed = act({
  title: { zh: '记录年度办结', en: "note that a year's file is closed" },
  roles: ['system'],
  data: closedData,
  decide(project, { fiscalYear }) {
    const year = yearIn(project, fiscalYear);
    if (year === undefined) return notOpened(fiscalYear);
    return year.closed ? [] : [fact('YearClosedNoted', { fiscalYear }, CLAUSE.approval)];
  },
});

const yearIn = (project: RegisteredProject, fiscalYear: number): Year | undefined =>
  project.years.find((year) => year.fiscalYear === fiscalYear);

const approvedTotal = (years: readonly Year[]): Fen =>
  sumFen(years.flatMap(({ approvedFen }) => (approvedFen === null ? [] : [approvedFen])));

function outsidePlan({ identity }: RegisteredProject, fiscalYear: number): Refusal | null {
  const { plannedStart, plannedEnd, nature } = identity;
  if (plannedStart !== null && fiscalYear < yearOf(plannedStart)) {
    return onField('fiscalYear', 'YEAR_BEFORE_PLAN', {
      because: {
        zh: `项目计划 ${plannedStart} 开工`,
        en: `the project is planned to begin on ${plannedStart}`,
      },
      remedy: { zh: '请选择开工当年或以后的年度', en: 'choose the year of the start or a later one' },
    });
  }
  if (nature === 'recurrent' || plannedEnd === null || fiscalYear <= yearOf(plannedEnd)) return null;
  return onField('fiscalYear', 'YEAR_AFTER_PLAN', {
    because: {
      zh: `项目计划 ${plannedEnd} 完工，该年度已在计划之外`,
      en: `the project is planned to end on ${plannedEnd}, before that year`,
    },
    remedy: { zh: '请先申请延期', en: 'ask for an extension first' },
  });
}

const alreadyOpen = (fiscalYear: number): Refusal =>
  onField('fiscalYear', 'YEAR_ALREADY_OPEN', {
    because: { zh: `${fiscalYear} 年度已经建立`, en: `fiscal year ${fiscalYear} is open already` },
    remedy: { zh: '请直接进入该年度办理', en: 'go on in that year' },
  });

const notOpened = (fiscalYear: number): Refusal =>
  refuse({
    code: 'YEAR_NOT_OPENED',
    because: { zh: `项目没有 ${fiscalYear} 年度`, en: `the project has no fiscal year ${fiscalYear}` },
    remedy: { zh: '请先建立该年度', en: 'open that year first' },
  });

const carriedBefore = (fromYear: number): Refusal =>
  refuse({
    code: 'CARRIED_OVER_BEFORE',
    because: {
      zh: `${fromYear} 年度的结转资金已经转入，每个年度只计一次`,
      en: `the carry-over of ${fromYear} was forwarded; each year counts once`,
    },
    remedy: { zh: '需更正的，请办理下一年度的预算调整', en: 'correct it by an adjustment of the next year' },
  });
