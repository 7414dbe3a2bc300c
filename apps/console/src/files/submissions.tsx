import type { Words } from '@quancheng/kernel';
import { Collapse } from 'antd';
import type { ReactNode } from 'react';
import { ClauseRef } from '../parts/clause.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { type Finding, Findings } from './findings.tsx';
import { wan } from './money.ts';
import { type FileAddress, useSubmissions } from './read.ts';

/** One submission of a year with everything that was said of it. */
export interface Submission {
  readonly submission: number;
  readonly declaredOn: string;
  readonly requestedYuan: string;
  readonly reopenedByCutPercent: string | null;
  readonly findings: readonly Finding[];
  readonly department: { readonly passed: boolean; readonly opinion: string; readonly on: string } | null;
  readonly money: { readonly recommendedYuan: string; readonly opinion: string; readonly on: string } | null;
  readonly goal: {
    readonly marks: readonly { readonly point: string; readonly mark: string; readonly reason?: string }[];
    readonly total: string;
    readonly result: string;
    readonly clause: string;
    readonly opinion: string;
    readonly gates: readonly Words[];
    readonly on: string;
  } | null;
  readonly remarks: readonly {
    readonly id: string;
    readonly remark: string;
    readonly answer: string | null;
    readonly settled: boolean | null;
  }[];
  readonly outcome: keyof typeof OUTCOMES;
}

const OUTCOMES = {
  open: '评审中',
  withdrawn: '已撤回',
  'returned-by-department': '主管部门退回',
  'returned-by-finance': '财政退回',
  blocked: '不得进入下一环节',
  polish: '通过，完善后二上',
  passed: '通过',
} as const;

/** 评审经过: the latest first and open, so that a reviewer sees at once what was asked before and what came of it. */
export function Submissions({ address }: { address: FileAddress }) {
  const { data, error } = useSubmissions(address);
  if (error) return <RefusalNote refused={error} />;
  const latestFirst = (data?.submissions ?? []).toReversed();
  return (
    <Collapse
      size="small"
      defaultActiveKey={latestFirst.slice(0, 1).map(({ submission }) => submission)}
      items={latestFirst.map((one) => ({
        key: one.submission,
        label: `第${one.submission}次申报（${one.declaredOn}，${wan(one.requestedYuan)} 万元）：${OUTCOMES[one.outcome]}`,
        children: <Said one={one} />,
      }))}
    />
  );
}

function Said({ one }: { one: Submission }) {
  const { reopenedByCutPercent, findings, department, money, goal, remarks } = one;
  return (
    <dl className="paper">
      {reopenedByCutPercent !== null && (
        <Line name="重新评审">核减 {reopenedByCutPercent}%，超过规则限度</Line>
      )}
      {findings.length > 0 && (
        <Line name="机器检查">
          <Findings findings={findings} />
        </Line>
      )}
      {department && (
        <Line name={`主管部门（${department.on}）`}>
          {department.passed ? '通过' : '退回'}：{department.opinion}
        </Line>
      )}
      {money && (
        <Line name={`资金审核（${money.on}）`}>
          建议 {wan(money.recommendedYuan)} 万元：{money.opinion}
        </Line>
      )}
      {goal && (
        <Line name={`目标评审（${goal.on}）`}>
          {goal.total} 分，{goal.result} <ClauseRef id={goal.clause} />
          <div>{goal.opinion}</div>
          {goal.gates.map(({ zh }) => (
            <div key={zh}>{zh}</div>
          ))}
          <div>
            {goal.marks
              .filter(({ mark, reason }) => mark !== '优' || reason !== undefined)
              .map(
                ({ point, mark, reason }) => `${point} ${mark}${reason === undefined ? '' : `（${reason}）`}`,
              )
              .join('；')}
          </div>
        </Line>
      )}
      {remarks.length > 0 && (
        <Line name="修改要求">
          {remarks.map(({ id, remark, answer, settled }) => (
            <div key={id}>
              {id} {remark} —— {answer ?? '尚未回复'}{' '}
              {settled !== null && <strong>{settled ? '已落实' : '未落实'}</strong>}
            </div>
          ))}
        </Line>
      )}
    </dl>
  );
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
