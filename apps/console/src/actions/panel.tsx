import type { Words } from '@quancheng/kernel';
import { Button } from 'antd';
import { Link } from 'react-router';
import { ClauseRef } from '../parts/clause.tsx';

/** One line of `GET /api/{collection}/{id}/actions`. */
export interface Action {
  readonly command: string;
  readonly title: Words;
  readonly allowed: boolean;
  readonly refusal: { readonly code: string; readonly because: Words } | null;
  readonly clause: string | null;
}

export const actionPath = (collection: string, id: string, command: string): string =>
  `/act/${collection}/${encodeURIComponent(id)}/${command}`;

/** What the signed-in post may do with a file now; what it may not, with the reason and the clause. */
export function ActionPanel({
  collection,
  id,
  actions,
}: {
  readonly collection: string;
  readonly id: string;
  readonly actions: readonly Action[];
}) {
  const allowed = actions.filter((action) => action.allowed);
  // What another post does is no business of this one; what the stage does not allow yet is worth knowing.
  const notNow = actions.filter(({ refusal }) => refusal?.code === 'WRONG_STAGE');
  return (
    <>
      {allowed.length === 0 && <p>目前没有需要您办理的事项。</p>}
      <ul className="actions">
        {allowed.map(({ command, title }) => (
          <li key={command}>
            <Link to={actionPath(collection, id, command)} className="act">
              <Button tabIndex={-1}>{title.zh}</Button>
            </Link>
          </li>
        ))}
      </ul>
      {notNow.length > 0 && (
        <details>
          <summary>目前不能办理的事项（{notNow.length}）</summary>
          <ul>
            {notNow.map(({ command, title, refusal, clause }) => (
              <li key={command}>
                {title.zh}：{refusal?.because.zh} {clause !== null && <ClauseRef id={clause} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
