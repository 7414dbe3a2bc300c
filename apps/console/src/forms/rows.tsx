import type { AskedField } from '@quancheng/forms';
import { Button } from 'antd';
import { FieldInput, type SimpleField } from './input.tsx';
import { type EntryProps, Fieldset, FormSheet, idOf, Label } from './sheet.tsx';
import { addressOf, rowsOf, type Values } from './values.ts';

type RowsProps = EntryProps & { field: AskedField & { kind: 'rows' } };

const isSimple = (field: AskedField): field is SimpleField =>
  !['rows', 'group', 'ways', 'list', 'sha256'].includes(field.kind);

/** A list of equal lines: a table where each cell is one field, one block a row where a cell holds more. */
export function RowsInput(props: RowsProps) {
  const { field, value, onChange } = props;
  const given = rowsOf(value);
  const rows = given.length === 0 && field.required ? [{}] : given;
  const inner: readonly AskedField[] = field.fields;
  const columns = inner.filter(isSimple);
  const change = (index: number, row: Values) => onChange(rows.with(index, row));
  const remove = (index: number) => onChange(rows.toSpliced(index, 1));
  const parts = { ...props, rows, change, remove };
  return (
    <Fieldset {...props}>
      {columns.length === inner.length ? <RowTable {...parts} columns={columns} /> : <RowBlocks {...parts} />}
      <Button type="dashed" onClick={() => onChange([...rows, {}])}>
        增加一行
      </Button>
      {props.helpers?.get(props.at)}
    </Fieldset>
  );
}

type Parts = RowsProps & {
  readonly rows: readonly Values[];
  readonly change: (index: number, row: Values) => void;
  readonly remove: (index: number) => void;
};

function RowTable({ columns, ...parts }: Parts & { columns: readonly SimpleField[] }) {
  const { rows, captions, at } = parts;
  if (rows.length === 0) return null;
  const hasCaptions = rows.some((_, index) => captions.has(addressOf(at, index)));
  return (
    <div className="grid">
      <table>
        <thead>
          <tr>
            {hasCaptions && <th scope="col">内容</th>}
            {columns.map((column) => (
              <th key={column.name} scope="col" title={column.help.zh}>
                <Label field={column} />
              </th>
            ))}
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((_, index) => (
            <Row
              key={addressOf(at, index)}
              {...parts}
              columns={columns}
              index={index}
              hasCaptions={hasCaptions}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(parts: Parts & { columns: readonly SimpleField[]; index: number; hasCaptions: boolean }) {
  const { rows, index, columns, change, remove, hasCaptions, captions, notes, phrases, faults, field, at } =
    parts;
  const row = rows[index] ?? {};
  const here = addressOf(at, index);
  return (
    <tr>
      {hasCaptions && (
        <th scope="row">
          {captions.get(here)}
          {notes?.get(here)?.map((note) => (
            <div key={note} className="help">
              ⚠ {note}
            </div>
          ))}
        </th>
      )}
      {columns.map((column) => {
        const address = addressOf(here, column.name);
        const fault = faults.get(address);
        return (
          <td key={column.name} className={`of-${column.kind}`}>
            <FieldInput
              field={column}
              value={row[column.name]}
              onChange={(value) => change(index, { ...row, [column.name]: value })}
              id={idOf(address)}
              spoken={`${field.label.zh}第${index + 1}行 ${column.label.zh}`}
              faulty={fault !== undefined}
              phrases={phrases?.get(address)}
              describedBy={fault === undefined ? undefined : `${idOf(address)}-fault`}
            />
            {fault !== undefined && (
              <div id={`${idOf(address)}-fault`} className="fault">
                {fault}
              </div>
            )}
          </td>
        );
      })}
      <td>
        <Button
          type="text"
          size="small"
          aria-label={`删除${field.label.zh}第${index + 1}行`}
          onClick={() => remove(index)}
        >
          删除
        </Button>
      </td>
    </tr>
  );
}

function RowBlocks({ rows, change, remove, field, at, captions, faults }: Parts) {
  return rows.map((row, index) => {
    const here = addressOf(at, index);
    return (
      <div className="block" key={here}>
        <p className="caption">
          {captions.get(here) ?? `${field.label.zh}第${index + 1}项`}
          <Button
            type="text"
            size="small"
            aria-label={`删除${field.label.zh}第${index + 1}项`}
            onClick={() => remove(index)}
          >
            删除
          </Button>
        </p>
        <FormSheet
          fields={field.fields}
          values={row}
          onChange={(next) => change(index, next)}
          at={here}
          captions={captions}
          faults={faults}
        />
      </div>
    );
  });
}
