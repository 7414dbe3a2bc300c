import { Alert } from 'antd';
import { Refused } from '../api.ts';
import { ClauseRef } from './clause.tsx';

/** A "no" with its reason, what can be done, and the clause it rests on. */
export function RefusalNote({ refused }: { refused: Error }) {
  if (!(refused instanceof Refused))
    return <Alert type="error" showIcon role="alert" title={refused.message} />;
  const { because, remedy, clause, fields = [] } = refused.refusal;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={because.zh}
      description={
        <>
          <div>{remedy.zh}</div>
          {fields.length > 0 && (
            <ul>
              {fields.map(({ field, because: why }) => (
                <li key={`${field} ${why.zh}`}>
                  {field === '' ? '' : `${field}：`}
                  {why.zh}
                </li>
              ))}
            </ul>
          )}
          {clause !== undefined && (
            <div>
              依据 <ClauseRef id={clause} />
            </div>
          )}
        </>
      }
    />
  );
}
