import type { Words } from '@quancheng/kernel';
import { Checkbox, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { Nothing } from '../parts/nothing.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { type FileAddress, useVersions } from './read.ts';

type Change = 'same' | 'changed' | 'added' | 'gone';

/** A year's goal and money through its stations, as the API compares them. */
export interface Compared {
  readonly versions: readonly { readonly id: string; readonly title: Words; readonly happenedOn: string }[];
  readonly fields: readonly {
    readonly field: string;
    readonly label: Words;
    readonly cells: readonly { readonly text: Words | null; readonly change: Change }[];
  }[];
}

const CHANGES: Readonly<Record<Change, { words: string; color: string } | null>> = {
  same: null,
  changed: { words: '改', color: 'warning' },
  added: { words: '增', color: 'green' },
  gone: { words: '删', color: 'red' },
};

/** 版本对照: every field of the paper from declaration to adjustment, what changed marked in words as well as in colour. */
export function Versions({ address }: { address: FileAddress }) {
  const { data, error } = useVersions(address);
  const [whole, setWhole] = useState(false);
  if (error) return <RefusalNote refused={error} />;
  if (data === undefined || data.versions.length === 0) return <Nothing words="还没有申报" />;
  const changed = data.fields.filter(({ cells }) => cells.some(({ change }) => change !== 'same'));
  type Row = Compared['fields'][number];
  const columns: TableColumnsType<Row> = [
    { title: '栏目', key: 'label', rowScope: 'row', width: 200, render: (_, { label }) => label.zh },
    ...data.versions.map(({ id, title, happenedOn }, index) => ({
      key: id,
      title: (
        <>
          {title.zh}
          <div className="help">{happenedOn}</div>
        </>
      ),
      render: (_: unknown, { cells }: Row) => <Cell cell={cells[index]} />,
    })),
  ];
  return (
    <>
      <Checkbox checked={whole} onChange={({ target }) => setWhole(target.checked)}>
        也列出没有变动的栏目
      </Checkbox>
      <Table
        size="small"
        bordered
        rowKey="field"
        columns={columns}
        dataSource={[...(whole ? data.fields : changed)]}
        pagination={false}
        className="wide"
        locale={{ emptyText: '各版一致' }}
      />
    </>
  );
}

function Cell({ cell }: { cell: Compared['fields'][number]['cells'][number] | undefined }) {
  const mark = cell === undefined ? null : CHANGES[cell.change];
  return (
    <>
      {mark && <Tag color={mark.color}>{mark.words}</Tag>}
      {cell?.text?.zh ?? '—'}
    </>
  );
}
