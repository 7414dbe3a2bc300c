import type { PaperName } from '../paper.ts';

/** A part of an official paper: its fields in their order, or what finance adds to them. */
export interface Section {
  readonly title?: string;
  readonly fields: readonly string[];
  /** Side by side under their labels, in one row of figures. */
  readonly across?: true;
}

/** Who seals and signs, in the order of the procedure. The first is whoever fills the paper in. */
export interface Place {
  readonly seal: string;
  readonly signs: readonly string[];
}

interface Plan {
  readonly sections: readonly Section[];
  readonly places: readonly Place[];
  /** On its side, as the official table is. */
  readonly wide?: true;
}

const UNIT: Place = { seal: '填报单位（盖章）', signs: ['单位负责人（签字）', '填表人（签字）'] };
const DEPARTMENT: Place = { seal: '主管部门（盖章）', signs: ['审核人（签字）'] };
const FINANCE: Place = { seal: '财政部门（盖章）', signs: ['审核人（签字）'] };

/** The order of the official papers. A field that is named nowhere follows behind, so that a new one is never lost. */
export const PLANS: Readonly<Record<PaperName, Plan>> = {
  'goal-declaration': {
    sections: [
      { fields: ['requestedFen', 'totalFen', 'startOn', 'endOn'] },
      {
        title: '一、项目实施依据',
        fields: ['policyBasis', 'duties', 'need', 'studies', 'relatedRequests'],
      },
      { title: '二、项目主要内容', fields: ['content', 'supportForm'] },
      { title: '三、项目支出明细', fields: ['lines', 'funding'] },
      {
        title: '四、项目预算绩效',
        fields: ['goalMediumTerm', 'goalAnnual', 'indicators', 'executionWeight', 'periodValues', 'gaps'],
      },
      {
        title: '五、项目实施计划及保障措施',
        fields: ['milestones', 'responsiblePost', 'assurance', 'risks', 'earlierProblems'],
      },
    ],
    places: [UNIT, DEPARTMENT, FINANCE],
  },
  'goal-review': {
    sections: [{ fields: ['marks', 'opinion', 'remarks'] }],
    places: [
      { seal: '绩效科（盖章）', signs: ['评审人（签字）'] },
      { seal: '业务科室（盖章）', signs: ['会签人（签字）'] },
    ],
  },
  'tracking-report': {
    sections: [
      { fields: ['progressPercent', 'expectedSpendFen'] },
      { fields: ['indicators'] },
      { title: '偏差原因及完成目标的可能性', fields: ['causes', 'causeText', 'likelihood', 'remark'] },
    ],
    places: [UNIT, DEPARTMENT],
    wide: true,
  },
  'self-evaluation': {
    sections: [
      {
        title: '项目资金',
        across: true,
        fields: [
          'beginBudgetFen',
          'fullYearBudgetFen',
          'executedFen',
          'executionWeight',
          'executionSelfScore',
        ],
      },
      { fields: ['executionReason', 'executionNotApplicable'] },
      { title: '年度总体目标', fields: ['goalExpected', 'goalAchieved'] },
      { fields: ['indicators', 'selfTotal'] },
      { title: '存在问题及改进措施', fields: ['problems', 'measures'] },
    ],
    places: [UNIT, DEPARTMENT],
  },
};
