import { z } from 'zod';
import type { EventCatalogue, EventOf } from '../core/aggregate.ts';
import { plainDateSchema } from '../core/legal-date.ts';
import { changeShape, handedFileSchema, postSchema, roleSchema, scopeSchema, unitSchema } from './shapes.ts';

/** Why a person came or went may name the person: it stays inside. */
const personal = z.string().meta({ personal: true });
const postOf = { role: roleSchema, unit: z.string() };

/** The facts of a division's directory: its units, and who holds which post on which day. Stored names are for ever. */
export const directoryEvents = {
  DirectoryFounded: {
    title: { zh: '区划名录已建立', en: 'directory founded' },
    says: {
      zh: '区划开始登记单位、人员和岗位；上级区划可以查阅，同级不能',
      en: 'the division begins to keep units, people and posts; the division above may read, its siblings may not',
    },
    data: z.object({ division: z.string(), name: z.string(), parent: z.string().nullable() }),
  },
  HolidaysNoted: {
    title: { zh: '节假日安排已登记', en: "a year's holidays noted" },
    says: {
      zh: '国务院公布该年节假日安排，所有未办结事项的暂定日期重新计算',
      en: "the year's holidays were published: every open file computes its provisional dates again",
    },
    data: z.object({
      year: z.number().int(),
      paper: z.string(),
      files: z.array(handedFileSchema.pick({ aggregate: true, id: true })),
    }),
  },
  UnitsRegistered: {
    title: { zh: '单位已登记', en: 'units registered' },
    says: {
      zh: '单位自该日起列入名录，隶属于主管部门',
      en: 'from their day these units stand in the directory, each under its department in charge',
    },
    data: z.object({ units: z.array(unitSchema) }),
  },
  UnitRenamed: {
    title: { zh: '单位已更名', en: 'unit renamed' },
    says: {
      zh: '单位自该日起使用新名称；办结的事项保留原名称',
      en: 'from that day the unit has another name; finished files keep the old one',
    },
    data: z.object({ ...changeShape, unit: z.string(), name: z.string(), was: z.string() }),
  },
  UnitMoved: {
    title: { zh: '单位已划转', en: 'unit moved' },
    says: {
      zh: '单位自该日起隶属于另一主管部门，未办结事项随之移交',
      en: 'from that day the unit is under another department, and what is open goes with it',
    },
    data: z.object({ ...changeShape, unit: z.string(), department: z.string(), was: z.string() }),
  },
  UnitsMerged: {
    title: { zh: '单位已合并', en: 'units merged' },
    says: {
      zh: '数个单位并入一个单位，未办结事项随之移交，原单位留存备查',
      en: 'several units went into one with everything open; the old ones stay readable',
    },
    data: z.object({
      ...changeShape,
      units: z.array(z.string()),
      into: z.string(),
      founded: unitSchema.nullable(),
    }),
  },
  UnitSplit: {
    title: { zh: '单位已分立', en: 'unit split' },
    says: {
      zh: '一个单位分为数个单位，未办结事项按项目分别移交',
      en: 'one unit became several; each open project goes to the one that was named for it',
    },
    data: z.object({
      ...changeShape,
      unit: z.string(),
      into: z.array(z.string()),
      founded: z.array(unitSchema),
    }),
  },
  UnitClosed: {
    title: { zh: '单位已撤销', en: 'unit closed' },
    says: {
      zh: '单位自该日起撤销；有未办结事项的须指明承接单位',
      en: 'from that day the unit is no more; where something is open, a successor is named',
    },
    data: z.object({ ...changeShape, unit: z.string(), successor: z.string().nullable() }),
  },
  ChangeInForce: {
    title: { zh: '机构变动已生效', en: 'reorganisation in force' },
    says: { zh: '事先登记的机构变动到期生效', en: 'the day of a reorganisation entered beforehand has come' },
    data: z.object({ change: z.number().int(), from: plainDateSchema }),
  },
  FilesHandedOver: {
    title: { zh: '未办结事项已移交', en: 'open files handed over' },
    says: {
      zh: '机构变动所涉的未办结项目、项目年度和评价移交承接单位，期限不变',
      en: 'the open projects, years and evaluations of a reorganisation went to their new unit, their dates unchanged',
    },
    data: z.object({
      change: z.number().int(),
      from: plainDateSchema,
      paper: z.string(),
      reason: z.string(),
      files: z.array(handedFileSchema),
    }),
  },
  PostsGranted: {
    title: { zh: '岗位已授予', en: 'posts granted' },
    says: {
      zh: '人员自该日起担任岗位；一人可以兼任多个岗位',
      en: 'from their day these people hold these posts; one person may hold several',
    },
    data: z.object({ posts: z.array(postSchema) }),
  },
  PostEnded: {
    title: { zh: '岗位已终止', en: 'post ended' },
    says: {
      zh: '人员任职至该日为止，此前任期保留',
      en: 'the person held the post until that day; the time before stays',
    },
    data: z.object({
      personId: z.string(),
      ...postOf,
      from: plainDateSchema,
      until: plainDateSchema,
      paper: z.string(),
      reason: personal,
    }),
  },
  HolderReplaced: {
    title: { zh: '岗位已换人', en: 'holder replaced' },
    says: {
      zh: '岗位自该日起由他人担任，原任期保留不改',
      en: 'from that day somebody else holds the post; the earlier period keeps its name',
    },
    data: z.object({
      ...postOf,
      formerPersonId: z.string(),
      formerFrom: plainDateSchema,
      personId: z.string(),
      post: z.string(),
      from: plainDateSchema,
      paper: z.string(),
      reason: personal,
    }),
  },
  PostDelegated: {
    title: { zh: '岗位已委托代办', en: 'post delegated' },
    says: {
      zh: '任职人在一段时间内委托他人代办；代办事项同时记载两人',
      en: 'for a time somebody acts in the stead of the holder; what is done so names both',
    },
    data: z.object({
      delegation: z.string(),
      fromPersonId: z.string(),
      toPersonId: z.string(),
      ...postOf,
      from: plainDateSchema,
      until: plainDateSchema,
      scope: scopeSchema,
      paper: z.string(),
      reason: personal,
    }),
  },
  DelegationRevoked: {
    title: { zh: '委托已撤销', en: 'delegation revoked' },
    says: { zh: '自该日起不再代办，此前所办有效', en: 'from that day it ends; what was done before stands' },
    data: z.object({ delegation: z.string(), from: plainDateSchema, reason: personal }),
  },
} as const satisfies EventCatalogue;

export type DirectoryEvent = EventOf<typeof directoryEvents>;
export type EventData<T extends DirectoryEvent['type']> = Extract<DirectoryEvent, { type: T }>['data'];
