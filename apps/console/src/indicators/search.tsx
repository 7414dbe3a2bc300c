import { DIRECTIONS, EVALUATION_KINDS, LIBRARY_SCOPES, type Option } from '@quancheng/forms';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Nothing } from '../parts/nothing.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { type Found, indicatorQuery, useIndicators, type Wanted } from './read.ts';

const wordOf = (options: readonly Option[], value: string): string =>
  options.find((option) => option.value === value)?.label.zh ?? value;

interface Search {
  /** Which of the framework may be looked for: a goal has no decision and process. */
  readonly kinds: readonly Option[];
  readonly enabled?: boolean;
  /** What can be done with an indicator that was found. */
  readonly action?: (found: Found) => ReactNode;
}

/** The library as people look into it: by words, kind and scope, with what was reached before. */
export function IndicatorSearch({ kinds, enabled = true, action }: Search) {
  const [wanted, setWanted] = useState<Wanted>({ q: '', kind: '', scope: '' });
  const found = useIndicators(wanted, enabled);
  const allowed = new Set(kinds.map(({ value }) => value));
  const items = (found.data?.items ?? []).filter(({ kind }) => allowed.has(kind));
  return (
    <div className="indicators">
      <div className="line">
        <Input
          aria-label="查找指标"
          placeholder="名称、关键词或编码"
          value={wanted.q}
          maxLength={100}
          onChange={({ target }) => setWanted({ ...wanted, q: target.value })}
        />
        <Choice
          label="指标库的二级指标"
          all="全部二级指标"
          options={kinds}
          value={wanted.kind}
          onChange={(kind) => setWanted({ ...wanted, kind })}
        />
        <Choice
          label="指标类别"
          all="全部类别"
          options={LIBRARY_SCOPES}
          value={wanted.scope}
          onChange={(scope) => setWanted({ ...wanted, scope })}
        />
      </div>
      {found.error && <RefusalNote refused={found.error} />}
      {found.data && items.length === 0 && <Nothing words="指标库中没有符合条件的指标" />}
      {items.length > 0 && <FoundTable items={items} action={action} />}
      {found.data?.more && <p>只列出最相近的100个，请再写明一些。</p>}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ label, all, options, value, onChange }: ChoiceProps) {
  return (
    <select
      className="choice"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label.zh}
        </option>
      ))}
    </select>
  );
}

function FoundTable({ items, action }: { items: readonly Found[]; action: Search['action'] }) {
  return (
    <div className="grid">
      <table>
        <thead>
          <tr>
            <th scope="col">三级指标</th>
            <th scope="col">二级指标</th>
            <th scope="col">类别</th>
            <th scope="col">方向</th>
            <th scope="col">单位</th>
            <th scope="col">指标值标准</th>
            <th scope="col">历史值</th>
            {action !== undefined && <th scope="col">办理</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((found) => (
            <FoundRow key={found.code} found={found} action={action} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FoundRow({ found, action }: { found: Found; action: Search['action'] }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { code, name, kind, levelTwo, scope, industry, department, direction, unit, standard } = found;
  return (
    <>
      <tr>
        <th scope="row" title={found.content}>
          {name}
          <div className="minor">{code}</div>
        </th>
        <td>{levelTwo ?? wordOf(EVALUATION_KINDS, kind)}</td>
        <td>
          {wordOf(LIBRARY_SCOPES, scope)}
          <div className="minor">{industry ?? department}</div>
        </td>
        <td>{wordOf(DIRECTIONS, direction)}</td>
        <td>{unit}</td>
        <td>{standard}</td>
        <td>
          <Button
            type="link"
            size="small"
            aria-expanded={open}
            aria-controls={id}
            aria-label={`${open ? '收起' : '查看'}${name}的历史值`}
            onClick={() => setOpen(!open)}
          >
            {open ? '收起' : '查看'}
          </Button>
        </td>
        {action !== undefined && <td>{action(found)}</td>}
      </tr>
      {open && (
        <tr id={id}>
          <td colSpan={action === undefined ? 7 : 8}>
            <PastValues code={code} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What goals aimed at with it and reached, the latest year first; before them what the library itself keeps. */
function PastValues({ code }: { code: string }) {
  const { data, error } = useQuery(indicatorQuery(code));
  if (error) return <RefusalNote refused={error} />;
  if (data === undefined) return null;
  const { past, pastValues = [], unit = '' } = data;
  if (past.length + pastValues.length === 0) return <Nothing words="还没有历史值" />;
  return (
    <ul>
      {past.map(({ fiscalYear, target, actual, measure, projectYearId }, index) => (
        // One project may have it twice in a year; nothing else tells two values apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is never changed in place
        <li key={index}>
          {fiscalYear}年：目标 {target}
          {measure}，{actual === null ? '尚无评价结果' : `实际 ${actual}${measure ?? ''}`}
          {projectYearId !== undefined && `（${projectYearId}）`}
        </li>
      ))}
      {pastValues.map(({ year, value }) => (
        <li key={year}>
          {year}年：实际 {value}
          {unit}（入库时登记）
        </li>
      ))}
    </ul>
  );
}
