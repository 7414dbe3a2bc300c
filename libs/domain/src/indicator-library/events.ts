import { z } from 'zod';
import type { EventCatalogue, EventOf } from '../core/aggregate.ts';
import { plainDateSchema } from '../core/legal-date.ts';
import { entrySchema, listSchema, reasonSchema } from './shapes.ts';

/** The facts of a division's indicator library. Stored names are for ever. */
export const indicatorLibraryEvents = {
  IndicatorLibraryOpened: {
    title: { zh: '指标库已建立', en: 'indicator library opened' },
    says: {
      zh: '本区划开始积累共性、行业和部门绩效指标',
      en: 'the division begins to keep common, industry and department indicators',
    },
    data: z.object({ division: z.string() }),
  },
  IndicatorsListed: {
    title: { zh: '指标已入库', en: 'indicators listed' },
    says: {
      zh: '自启用日起可以在申报时选用',
      en: 'from their day on goals may be made of them',
    },
    data: z.object({ indicators: listSchema }),
  },
  IndicatorChanged: {
    title: { zh: '指标已修订', en: 'indicator changed' },
    says: {
      zh: '以后选用的以新内容为准，已选用的目标不变',
      en: 'who takes it later gets the new contents; goals that took it earlier stay',
    },
    data: z.object({ indicator: entrySchema, reason: reasonSchema }),
  },
  IndicatorRetired: {
    title: { zh: '指标已停用', en: 'indicator retired' },
    says: {
      zh: '最后可用日之后不再选用，历史值保留',
      en: 'after its last day it is not taken any more; its past values stay',
    },
    data: z.object({
      code: z.string(),
      until: plainDateSchema,
      successor: z.string().nullable(),
      reason: reasonSchema,
    }),
  },
} as const satisfies EventCatalogue;

export type IndicatorLibraryEvent = EventOf<typeof indicatorLibraryEvents>;
export type EventData<T extends IndicatorLibraryEvent['type']> = Extract<
  IndicatorLibraryEvent,
  { type: T }
>['data'];
