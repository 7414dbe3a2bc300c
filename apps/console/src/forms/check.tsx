import type { AskedField } from '@quancheng/forms';
import { Button } from 'antd';
import { isTable, type ShownTable, shownOf } from './shown.ts';
import { addressOf, type Values } from './values.ts';

/** Everything once more before it is sent, with a way back to each answer. */
export function CheckAnswers({
  fields,
  values,
  onMend,
}: {
  readonly fields: readonly AskedField[];
  readonly values: Values;
  readonly onMend: (address: string) => void;
}) {
  return (
    <dl className="check">
      {shownOf(fields, values).map((shown) => (
        <div key={shown.address} className="answer">
          <dt>{shown.label}</dt>
          <dd>{isTable(shown) ? <Table shown={shown} /> : shown.text}</dd>
          <dd>
            <Button type="link" aria-label={`修改${shown.label}`} onClick={() => onMend(shown.address)}>
              修改
            </Button>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ shown: { address, columns, rows } }: { shown: ShownTable }) {
  return (
    <div className="grid">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={addressOf(address, index)}>
              {row.map((cell, place) => (
                <td key={columns[place]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
