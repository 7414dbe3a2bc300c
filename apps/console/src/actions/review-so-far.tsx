import { isRefusal } from '@quancheng/kernel';
import { askReview, isProvisional, type PointMark, ROUTE_WORDS } from '@quancheng/rulebook';
import { Alert } from 'antd';
import { rowsOf, textOf, type Values } from '../forms/values.ts';
import { ClauseRef } from '../parts/clause.tsx';
import type { ReviewedBy } from './begin.ts';

/** Result and route of the sheet as it is being marked: by the same rules that will judge it, on this machine. */
export function ReviewSoFar({ values, by }: { values: Values; by: ReviewedBy }) {
  const rows = rowsOf(values.marks);
  const marked = rows.filter(({ mark }) => textOf(mark) !== '');
  if (marked.length < rows.length)
    return (
      <Alert type="info" title={`已评 ${marked.length} 个要点，还有 ${rows.length - marked.length} 个未评`} />
    );
  const marks = Object.fromEntries(
    rows.map(({ point, mark, reason }) => [textOf(point), markOf(textOf(mark), textOf(reason))]),
  );
  const review = askReview(by.rules, marks, by.on);
  if (isProvisional(review)) return <Alert type="warning" title={review.because.zh} />;
  if (isRefusal(review))
    return <Alert type="warning" title={review.because.zh} description={review.fields?.[0]?.because.zh} />;
  const { total, result, route, findings, clause } = review;
  return (
    <Alert
      type={route === 'pass' ? 'success' : 'warning'}
      title={`按现在的评定：${total} 分，${result}，${ROUTE_WORDS[route].zh}`}
      description={
        <>
          {findings.map(({ zh }) => (
            <div key={zh}>{zh}</div>
          ))}
          <ClauseRef id={clause} />
        </>
      }
    />
  );
}

const markOf = (mark: string, reason: string): PointMark =>
  mark === '不适用' ? { notApplicable: reason } : (mark as PointMark);
