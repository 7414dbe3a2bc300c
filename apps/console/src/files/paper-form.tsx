import type { Field } from '@quancheng/forms';
import { wan } from './money.ts';
import { isValues, type Values } from './papers.ts';

/** A form as it was handed in, under the labels it was filled in with; what was left blank is not there. */
export function PaperForm({ fields, values }: { fields: readonly Field[]; values: Values }) {
  return (
    <dl className="paper">
      {fields.map((field) => {
        const value = answerIn(field, values);
        if (value === undefined || value === null || value === '') return null;
        return (
          <div key={field.name}>
            <dt>{field.label.zh}</dt>
            <dd>
              {field.kind === 'rows' ? <Rows fields={field.fields} rows={value} /> : textOf(field, value)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Rows({ fields, rows }: { fields: readonly Field[]; rows: unknown }) {
  const given = (Array.isArray(rows) ? rows : []).filter(isValues);
  const used = fields.filter((field) => given.some((row) => answerIn(field, row) !== undefined));
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            {used.map(({ name, label }) => (
              <th key={name} scope="col">
                {label.zh}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {given.map((row) => (
            <tr key={JSON.stringify(row)}>
              {used.map((field) => (
                <td key={field.name}>{textOf(field, answerIn(field, row))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Money is read under `…Yuan`, whatever the form calls it. */
const answerIn = ({ name, kind }: Field, values: Values): unknown =>
  kind === 'money' ? values[`${name.slice(0, -'Fen'.length)}Yuan`] : values[name];

function textOf(field: Field, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (field.kind === 'money') return `${wan(value)} 万元`;
  if (field.kind === 'choice' || field.kind === 'choices') {
    const chosen = Array.isArray(value) ? value : [value];
    return field.options
      .filter((option) => chosen.includes(option.value))
      .map(({ label }) => label.zh)
      .join('、');
  }
  if (field.kind === 'sha256') return `附件 ${String(value).slice(0, 8)}`;
  return field.unit === undefined ? String(value) : `${value} ${field.unit}`;
}
