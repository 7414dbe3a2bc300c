import { lineSchema, strict } from '@quancheng/forms';
import { makeDate, type Refusal } from '@quancheng/kernel';
import { z } from 'zod';
import { onField } from '../../core/refusals.ts';
import { act, fact } from './act.ts';

const holidaysData = strict({
  year: z.number().int().min(2013, { error: '应为四位年份 / a year of four digits' }).max(2100),
  paper: lineSchema,
});

/** The State Council's notice of a year's holidays: every open file of the division computes its provisional dates again. */
export const NoteHolidays = act({
  title: { zh: '登记节假日安排', en: "note a year's holidays" },
  roles: ['administrator'],
  data: holidaysData,
  decide(directory, { year, paper }, world) {
    if (directory.holidays.includes(year)) return [];
    if (!world.calendar.knows(makeDate(year, 12, 31))) return unpublished(year);
    const files = Object.values(world.openFiles)
      .flat()
      .map(({ aggregate, id }) => ({ aggregate, id }));
    return [fact('HolidaysNoted', { year, paper, files })];
  },
});

const unpublished = (year: number): Refusal =>
  onField('year', 'HOLIDAYS_UNKNOWN', {
    because: {
      zh: `本系统的日历还没有 ${year} 年的节假日`,
      en: `the calendar here does not have ${year} yet`,
    },
    remedy: {
      zh: '请先升级到含该年日历的版本',
      en: 'install the release that brings the calendar of that year first',
    },
  });
