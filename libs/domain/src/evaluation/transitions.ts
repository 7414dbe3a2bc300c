import type { StageKind, Transition } from '../core/aggregate.ts';

export const stages = {
  none: { title: { zh: '未列入', en: 'not entered' } },
  planned: { title: { zh: '已列入评价计划', en: 'planned' } },
  'self-evaluation-due': { title: { zh: '待自评', en: 'self-evaluation due' } },
  'self-evaluated': { title: { zh: '已自评', en: 'self-evaluated' } },
  'spot-check': { title: { zh: '抽检中', en: 'spot check' } },
  'key-evaluation': { title: { zh: '财政重点评价中', en: 'key evaluation' } },
  reported: { title: { zh: '待确认', en: 'reported' } },
  confirmed: { title: { zh: '结果已确认', en: 'confirmed' }, final: true },
  cancelled: { title: { zh: '已取消', en: 'cancelled' }, final: true },
} as const satisfies Record<string, StageKind>;

type StageName = keyof typeof stages;

const SELF = 'zh-2014/deadline/self-evaluation';
const CHECK = 'zh-2014/deadline/spot-check';
const KEY = 'zh-2014/deadline/key-evaluation';
const CONFIRM = 'zh-2014/deadline/result-confirmation';
const GRADE = 'zh-2014/grade-bands';

export const transitions: readonly Transition<StageName>[] = [
  { command: 'AssignRoad', from: ['none'], event: 'RoadAssigned', to: ['planned'], clause: KEY },
  {
    command: 'AssignRoad',
    from: ['planned', 'self-evaluation-due', 'self-evaluated'],
    event: 'RoadAssigned',
    to: 'same',
    clause: KEY,
  },
  {
    command: 'StartSelfEvaluation',
    from: ['none', 'planned'],
    event: 'SelfEvaluationStarted',
    to: ['self-evaluation-due'],
    clause: SELF,
  },
  // Completion may become known while finance already works, or has finished; told twice, it changes nothing.
  {
    command: 'StartSelfEvaluation',
    from: ['self-evaluation-due', 'self-evaluated', 'spot-check', 'key-evaluation', 'reported', 'confirmed'],
    event: 'SelfEvaluationStarted',
    to: 'same',
    clause: SELF,
  },
  {
    command: 'SubmitSelfEvaluation',
    from: ['self-evaluation-due'],
    event: 'SelfEvaluationSubmitted',
    to: ['self-evaluated'],
    clause: SELF,
  },
  {
    command: 'SubmitSelfEvaluation',
    from: ['key-evaluation', 'reported'],
    event: 'SelfEvaluationSubmitted',
    to: 'same',
    clause: SELF,
  },
  {
    command: 'ReturnSelfEvaluation',
    from: ['self-evaluated'],
    event: 'SelfEvaluationReturned',
    to: ['self-evaluation-due'],
    clause: CHECK,
  },
  {
    command: 'ReportRecipients',
    from: ['planned', 'self-evaluation-due', 'self-evaluated', 'spot-check', 'key-evaluation', 'reported'],
    event: 'RecipientsReported',
    to: 'same',
    clause: SELF,
  },
  {
    command: 'DrawForSpotCheck',
    from: ['self-evaluated'],
    event: 'DrawnForSpotCheck',
    to: ['spot-check'],
    clause: CHECK,
  },
  {
    command: 'AcceptWithoutCheck',
    from: ['self-evaluated'],
    event: 'AcceptedWithoutCheck',
    to: ['reported'],
    clause: CHECK,
  },
  {
    command: 'RecordSpotCheck',
    from: ['spot-check'],
    event: 'SpotCheckRecorded',
    to: ['reported'],
    clause: CHECK,
  },
  {
    command: 'RecordSpotCheck',
    from: ['spot-check'],
    event: 'SelfEvaluationReopened',
    to: ['self-evaluation-due'],
    clause: CHECK,
  },
  {
    command: 'PrepareKeyEvaluation',
    from: ['planned', 'self-evaluation-due', 'self-evaluated'],
    event: 'KeyEvaluationPrepared',
    to: ['key-evaluation'],
    clause: KEY,
  },
  {
    command: 'Commission',
    from: ['key-evaluation'],
    event: 'IntermediaryCommissioned',
    to: 'same',
    clause: KEY,
  },
  {
    command: 'SubmitKeyReport',
    from: ['key-evaluation'],
    event: 'KeyReportSubmitted',
    to: ['reported'],
    clause: KEY,
  },
  {
    command: 'ReturnKeyReport',
    from: ['reported'],
    event: 'KeyReportReturned',
    to: ['key-evaluation'],
    clause: CONFIRM,
  },
  {
    command: 'ConfirmResult',
    from: ['reported'],
    event: 'ResultConfirmed',
    to: ['confirmed'],
    clause: GRADE,
  },
  { command: 'ReviseResult', from: ['confirmed'], event: 'ResultRevised', to: ['confirmed'], clause: GRADE },
  {
    command: 'Cancel',
    from: ['planned', 'self-evaluation-due', 'self-evaluated', 'spot-check', 'key-evaluation', 'reported'],
    event: 'EvaluationCancelled',
    to: ['cancelled'],
    clause: KEY,
  },
];
