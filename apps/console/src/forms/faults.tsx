import type { AskedField } from '@quancheng/forms';
import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { FieldFault } from '@quancheng/kernel';
import { ClauseRef } from '../parts/clause.tsx';
import { addressOf, isValues, rowsOf, type Values, valueIn, wayOf } from './values.ts';

/** What is wrong on top of a form, each line a way to its field; the reader is taken there as soon as it appears. */
export function FaultSummary({
  title,
  remedy,
  clause,
  faults,
  fields,
  values,
  onGo,
}: {
  readonly title: string;
  readonly remedy?: string | undefined;
  readonly clause?: string | undefined;
  readonly faults: readonly FieldFault[];
  readonly fields: readonly AskedField[];
  readonly values: Values;
  readonly onGo: (address: string) => void;
}) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const known = labelsOf(fields, values);
  return (
    <div ref={top} tabIndex={-1} role="alert" className="summary">
      <Alert
        type="error"
        showIcon
        role="presentation"
        title={title}
        description={
          <>
            {remedy !== undefined && <div>{remedy}</div>}
            {faults.length > 0 && (
              <ul>
                {faults.map(({ field, code, because }) => (
                  <li key={`${field} ${code} ${because.zh}`}>
                    {known.has(field) ? (
                      <a
                        href={`#${field}`}
                        onClick={(event) => {
                          event.preventDefault();
                          onGo(field);
                        }}
                      >
                        {known.get(field)}：{because.zh}
                      </a>
                    ) : (
                      because.zh
                    )}
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
    </div>
  );
}

/** The words of every field of a form as it now stands, by its address. */
export function labelsOf(
  fields: readonly AskedField[],
  values: Values,
  at = '',
  before = '',
): ReadonlyMap<string, string> {
  const all = fields.flatMap((field): (readonly [string, string])[] => {
    const address = addressOf(at, field.name);
    const label = `${before}${field.label.zh}`;
    const value = valueIn(field, values);
    const inner = isValues(value) ? value : {};
    const own = field.name === '' ? [] : [[address, label] as const];
    if (field.kind === 'group') return [...own, ...labelsOf(field.fields, inner, address, '')];
    if (field.kind === 'ways')
      return [
        ...own,
        [addressOf(address, field.by), label] as const,
        ...labelsOf(wayOf(field, inner)?.fields ?? [], inner, address, ''),
      ];
    if (field.kind !== 'rows') return own;
    const rows = rowsOf(value).flatMap((row, index) => [
      [addressOf(address, index), `${label}第${index + 1}行`] as const,
      ...labelsOf(field.fields, row, addressOf(address, index), `${label}第${index + 1}行 `),
    ]);
    return [...own, ...rows];
  });
  return new Map(all);
}
