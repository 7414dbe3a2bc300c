import { INDICATOR_KINDS, takenFromLibrary } from '@quancheng/forms';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CommandForm, FileRead } from '../actions/page.tsx';
import { isValues, rowsOf, textOf, type Values } from '../forms/values.ts';
import { LastYear } from './last-year.tsx';
import { indicatorQuery } from './read.ts';
import { IndicatorSearch } from './search.tsx';

interface Given {
  readonly path: string;
  readonly form: CommandForm;
  readonly file: FileRead;
  readonly data: Values;
  readonly onChange: (data: Values) => void;
}

export interface Helpers {
  readonly above?: ReactNode;
  /** By the address of the table that they help with. */
  readonly beside?: ReadonlyMap<string, ReactNode>;
}

const DECLARING: readonly string[] = ['declare', 'save-draft'];
const PAPER = 'form';

/** What helps to write a declaration: last year's goal, and the library beside the indicators. Other forms need none. */
export function helpersOf({ path, form, file, data, onChange }: Given): Helpers {
  const field = form.fields.find(({ name }) => name === PAPER);
  if (!path.startsWith('/api/project-years/') || !DECLARING.includes(form.command) || field?.kind !== 'group')
    return {};
  const paper = isValues(data[PAPER]) ? data[PAPER] : {};
  const write = (next: Values) => onChange({ ...data, [PAPER]: next });
  const identity = isValues(file.state.identity) ? file.state.identity : {};
  return {
    above: <LastYear path={path} fields={field.fields} onTake={write} />,
    beside: new Map([
      [
        `${PAPER}.indicators`,
        <FromLibrary
          key="library"
          projectId={textOf(identity.projectId)}
          rows={rowsOf(paper.indicators)}
          onChange={(indicators) => write({ ...paper, indicators })}
        />,
      ],
    ]),
  };
}

interface FromLibraryProps {
  readonly projectId: string;
  readonly rows: readonly Values[];
  readonly onChange: (rows: readonly Values[]) => void;
}

/** 从指标库选用: the library fills what it knows; target and weight stay to be written. */
function FromLibrary({ projectId, rows, onChange }: FromLibraryProps) {
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const take = async (code: string) => {
    const entry = await queries.fetchQuery(indicatorQuery(code));
    const row = { row: nextRow(rows), ...takenFromLibrary(entry, { projectId, past: entry.past }) };
    onChange([...rows.filter((one) => Object.values(one).some((value) => textOf(value) !== '')), row]);
    void message.success(`已选用：${entry.name}`);
  };
  return (
    <div className="library">
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        从指标库选用
      </Button>
      {open && (
        <IndicatorSearch
          kinds={INDICATOR_KINDS}
          action={({ code, name }) => (
            <Button type="link" size="small" aria-label={`选用${name}`} onClick={() => void take(code)}>
              选用
            </Button>
          )}
        />
      )}
    </div>
  );
}

/** One more than the highest number there is. */
const nextRow = (rows: readonly Values[]): string =>
  String(Math.max(0, ...rows.map(({ row }) => Number(textOf(row)) || 0)) + 1);
