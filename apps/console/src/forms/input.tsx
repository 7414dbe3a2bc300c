import type { AskedField } from '@quancheng/forms';
import { Checkbox, Input, Radio } from 'antd';
import { AttachmentInput } from './attachment.tsx';
import { listOf, moneyOf, textOf } from './values.ts';

export type SimpleField = Exclude<AskedField, { kind: 'rows' | 'group' | 'ways' | 'list' }>;

export interface InputProps {
  readonly field: SimpleField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly id: string;
  /** In a cell of a table there is no label beside it: the words go to those who do not see the head of the column. */
  readonly spoken?: string | undefined;
  readonly faulty: boolean;
  readonly describedBy?: string | undefined;
  /** Ready texts to take and change. */
  readonly phrases?: readonly string[] | undefined;
}

const UNITS = ['元', '万元'];
const LONGEST = { line: 300, text: 10_000 } as const;
/** More answers than these are chosen from a list. */
const MOST_SIDE_BY_SIDE = 5;

/** One field by its kind. Dates and long choices use the browser's own controls: they are typed without a mouse. */
export function FieldInput(props: InputProps) {
  const { field, value, onChange, id, spoken, faulty, describedBy, phrases } = props;
  const told = {
    id,
    'aria-label': spoken,
    'aria-invalid': faulty,
    'aria-describedby': describedBy,
    'aria-required': field.required,
  };
  const status = faulty ? ('error' as const) : ('' as const);
  const unit = 'unit' in field ? field.unit : undefined;
  switch (field.kind) {
    case 'text':
      return (
        <Input.TextArea
          {...told}
          status={status}
          value={textOf(value)}
          maxLength={LONGEST.text}
          rows={spoken === undefined ? 2 : 1}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'money':
      return <MoneyInput {...props} />;
    case 'yes-no':
      return (
        <Radio.Group
          {...told}
          value={value}
          options={[
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'choice':
      return <ChoiceInput {...props} field={field} />;
    case 'choices':
      return (
        <fieldset
          className="plain"
          id={id}
          tabIndex={-1}
          aria-label={field.label.zh}
          aria-describedby={describedBy}
        >
          <Checkbox.Group
            value={[...listOf(value)] as string[]}
            options={field.options.map((option) => ({ value: option.value, label: option.label.zh }))}
            onChange={onChange}
          />
        </fieldset>
      );
    case 'sha256':
      return <AttachmentInput {...props} />;
    default:
      return (
        <>
          <Input
            {...told}
            status={status}
            type={field.kind === 'date' ? 'date' : 'text'}
            inputMode={isFigure(field) ? 'decimal' : undefined}
            suffix={unit}
            value={textOf(value)}
            maxLength={LONGEST.line}
            list={phrases === undefined ? undefined : `${id}-phrases`}
            onChange={({ target }) => onChange(target.value)}
          />
          {phrases !== undefined && (
            <datalist id={`${id}-phrases`}>
              {phrases.map((phrase) => (
                <option key={phrase} value={phrase} />
              ))}
            </datalist>
          )}
        </>
      );
  }
}

const isFigure = ({ kind }: SimpleField): boolean => ['decimal', 'percent', 'number'].includes(kind);

function ChoiceInput({
  field,
  value,
  onChange,
  id,
  spoken,
  faulty,
  describedBy,
}: InputProps & { field: SimpleField & { kind: 'choice' | 'choices' } }) {
  const told = { id, 'aria-label': spoken, 'aria-invalid': faulty, 'aria-describedby': describedBy };
  const options = field.options.map((option) => ({ value: option.value, label: option.label.zh }));
  if (spoken === undefined && options.length <= MOST_SIDE_BY_SIDE)
    return (
      <Radio.Group
        {...told}
        aria-label={field.label.zh}
        value={value}
        options={options}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  return (
    <select
      {...told}
      className="choice"
      aria-required={field.required}
      value={textOf(value)}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">请选择</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function MoneyInput({ field, value, onChange, id, spoken, faulty, describedBy }: InputProps) {
  const money = moneyOf(value);
  return (
    <span className="money">
      <Input
        id={id}
        aria-label={spoken}
        aria-invalid={faulty}
        aria-describedby={describedBy}
        aria-required={field.required}
        status={faulty ? 'error' : ''}
        inputMode="decimal"
        value={money.amount}
        onChange={({ target }) => onChange({ ...money, amount: target.value })}
      />
      <select
        className="choice"
        aria-label={`${spoken ?? field.label.zh}的单位`}
        value={money.unit}
        onChange={({ target }) => onChange({ ...money, unit: target.value })}
      >
        {UNITS.map((unit) => (
          <option key={unit}>{unit}</option>
        ))}
      </select>
    </span>
  );
}
