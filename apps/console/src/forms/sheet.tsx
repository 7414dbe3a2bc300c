import type { AskedField } from '@quancheng/forms';
import { Button, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { FieldInput } from './input.tsx';
import { RowsInput } from './rows.tsx';
import { addressOf, isValues, listOf, textOf, valueIn, type Values, wayOf } from './values.ts';

export interface Around {
  /** What is wrong, by the address of the field. */
  readonly faults: ReadonlyMap<string, string>;
  /** What a row is about, by its address: the reviewer's remark that is answered, the indicator that is reported on. */
  readonly captions: ReadonlyMap<string, string>;
  /** What helps to fill in a table, by its address: where its lines can be taken from. */
  readonly helpers?: ReadonlyMap<string, ReactNode> | undefined;
  /** What is known of a row beside its caption, by its address: what a machine saw at this point. */
  readonly notes?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Ready texts for a line, by the address of its field. */
  readonly phrases?: ReadonlyMap<string, readonly string[]> | undefined;
}

export interface SheetProps extends Around {
  readonly fields: readonly AskedField[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly at?: string;
}

export const idOf = (address: string): string => `field-${address.replaceAll('.', '-')}`;

/** A form of a command or a paper, drawn from its list of fields. */
export function FormSheet({ fields, values, onChange, at = '', ...around }: SheetProps) {
  return (
    <>
      {fields.map((field) => (
        <Entry
          key={field.name}
          field={field}
          value={valueIn(field, values)}
          at={addressOf(at, field.name)}
          {...around}
          onChange={(value) =>
            onChange(
              field.name === '' ? { ...values, ...(value as Values) } : { ...values, [field.name]: value },
            )
          }
        />
      ))}
    </>
  );
}

export interface EntryProps extends Around {
  readonly field: AskedField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly at: string;
}

function Entry(props: EntryProps) {
  const { field } = props;
  switch (field.kind) {
    case 'rows':
      return <RowsInput {...props} field={field} />;
    case 'group':
      return <GroupInput {...props} field={field} />;
    case 'ways':
      return <WaysInput {...props} field={field} />;
    case 'list':
      return <ListInput {...props} field={field} />;
    default:
      return <Labelled {...props} field={field} />;
  }
}

const isOneOfMany = (field: AskedField): boolean =>
  field.kind === 'yes-no' || field.kind === 'choice' || field.kind === 'choices' || field.kind === 'sha256';

function Labelled(props: EntryProps & { field: Parameters<typeof FieldInput>[0]['field'] }) {
  const { field, value, onChange, at, faults } = props;
  const fault = faults.get(at);
  const id = idOf(at);
  const told = [...(field.help.zh === '' ? [] : [`${id}-help`]), ...(fault ? [`${id}-fault`] : [])];
  return (
    <div className="entry">
      {isOneOfMany(field) ? (
        <div className="label">
          <Label field={field} />
        </div>
      ) : (
        <label className="label" htmlFor={id}>
          <Label field={field} />
        </label>
      )}
      <Help id={id} field={field} />
      <Fault id={id} fault={fault} />
      <FieldInput
        field={field}
        value={value}
        onChange={onChange}
        id={id}
        faulty={fault !== undefined}
        describedBy={told.join(' ') || undefined}
      />
    </div>
  );
}

export const Label = ({ field }: { field: AskedField }) => (
  <>
    {field.label.zh}
    {!field.required && <span className="optional">（选填）</span>}
  </>
);

export const Help = ({ id, field }: { id: string; field: AskedField }) =>
  field.help.zh === '' ? null : (
    <div id={`${id}-help`} className="help">
      {field.help.zh}
    </div>
  );

export const Fault = ({ id, fault }: { id: string; fault: string | undefined }) =>
  fault === undefined ? null : (
    <div id={`${id}-fault`} className="fault">
      {fault}
    </div>
  );

/** Fields that belong together under one heading. */
export function Fieldset({ field, at, faults, children }: EntryProps & { children: ReactNode }) {
  const id = idOf(at);
  return (
    <fieldset id={id} tabIndex={-1}>
      <legend>
        <Label field={field} />
      </legend>
      <Help id={id} field={field} />
      <Fault id={id} fault={faults.get(at)} />
      {children}
    </fieldset>
  );
}

function GroupInput(props: EntryProps & { field: { kind: 'group' } }) {
  const { field, value, onChange, ...rest } = props;
  return (
    <Fieldset {...props}>
      <FormSheet {...rest} fields={field.fields} values={isValues(value) ? value : {}} onChange={onChange} />
    </Fieldset>
  );
}

function WaysInput(props: EntryProps & { field: { kind: 'ways' } }) {
  const { field, value, onChange, ...rest } = props;
  const values = isValues(value) ? value : {};
  const ways = (
    <Radio.Group
      aria-label={field.label.zh || '办理方式'}
      value={values[field.by]}
      options={field.ways.map((way) => ({ value: way.value, label: way.label.zh }))}
      onChange={({ target }) => onChange({ ...values, [field.by]: target.value as unknown })}
    />
  );
  const sheet = (
    <FormSheet {...rest} fields={wayOf(field, values)?.fields ?? []} values={values} onChange={onChange} />
  );
  if (field.name === '')
    return (
      <>
        <div className="entry" id={idOf(rest.at)}>
          {ways}
        </div>
        {sheet}
      </>
    );
  return (
    <Fieldset {...props}>
      <div className="entry">{ways}</div>
      {sheet}
    </Fieldset>
  );
}

function ListInput(props: EntryProps & { field: { kind: 'list' } }) {
  const { field, value, onChange, at, faults } = props;
  const lines = listOf(value).length === 0 ? [''] : listOf(value);
  const Line = field.of === 'text' ? Input.TextArea : Input;
  return (
    <Fieldset {...props}>
      {lines.map((line, index) => (
        // Lines have no name of their own: their place is all there is.
        <div className="line" key={addressOf(at, index)}>
          <Line
            id={idOf(addressOf(at, index))}
            aria-label={`${field.label.zh}第${index + 1}项`}
            aria-invalid={faults.has(addressOf(at, index))}
            value={textOf(line)}
            onChange={({ target }: { target: { value: string } }) =>
              onChange(lines.with(index, target.value))
            }
          />
          <Button
            aria-label={`删除${field.label.zh}第${index + 1}项`}
            onClick={() => onChange(lines.toSpliced(index, 1))}
          >
            删除
          </Button>
        </div>
      ))}
      <Button type="dashed" onClick={() => onChange([...lines, ''])}>
        增加一项
      </Button>
    </Fieldset>
  );
}
