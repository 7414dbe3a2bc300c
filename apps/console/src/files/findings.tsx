import type { Words } from '@quancheng/kernel';
import { Tag } from 'antd';
import type { Values } from './papers.ts';

/** What a machine check saw: the point of the review sheet, and the path in the paper. */
export interface Finding {
  readonly point: string;
  readonly code: string;
  readonly words: Words;
  readonly field?: string;
  readonly gate?: true;
}

/** Of the draft while there is one; of the submission that is under review after that. */
export function findingsOf(state: Values): readonly Finding[] {
  const declaration = state.declaration as { findings?: readonly Finding[] } | null | undefined;
  const found = state.draft === null ? declaration?.findings : (state.draftFindings as readonly Finding[]);
  return found ?? [];
}

/** They warn and stop nothing; `onGo` leads to the field, where the form is open. */
export function Findings({
  findings,
  onGo,
}: {
  findings: readonly Finding[];
  onGo?: (field: string) => void;
}) {
  return (
    <ul className="findings">
      {findings.map(({ point, code, words, field, gate }) => (
        <li key={`${point} ${code} ${field}`}>
          {point} {gate && <Tag color="warning">关口</Tag>}
          {onGo === undefined || field === undefined ? (
            words.zh
          ) : (
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                onGo(field);
              }}
            >
              {words.zh}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
