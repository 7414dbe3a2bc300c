import type { Words } from '@quancheng/kernel';
import { Checkbox, Form, Input, Select, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { percentOf, roundWan } from '../files/money.ts';
import { useCatalogue } from '../files/read.ts';
import { useUnitName, useUnits } from '../files/units.ts';
import { useMe } from '../me.ts';
import { Nothing } from '../parts/nothing.tsx';
import { More, usePages } from '../parts/pages.tsx';
import { RefusalNote } from '../parts/refusal.tsx';

interface YearLine {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly fiscalYear: number;
  readonly unit: string;
  readonly department: string;
  readonly stageTitle: Words;
  readonly requestedYuan: string | null;
  readonly controlYuan: string | null;
  readonly approvedYuan: string | null;
  readonly paidYuan: string | null;
  readonly grade: string | null;
  readonly cutPercent: string | null;
  readonly overdue: boolean;
}

/** What the list is narrowed by stands in the address: a list can be kept, sent on and gone back to. */
const FILTERS = ['q', 'department', 'stage', 'fiscalYear', 'late'] as const;

export function ProjectsPage() {
  const [search] = useSearchParams();
  const filter = Object.fromEntries(FILTERS.map((name) => [name, search.get(name)]));
  const pages = usePages<YearLine>({
    queryKey: ['project-years', filter],
    path: '/api/project-years',
    query: filter,
  });
  const lines = pages.items;
  const columns = useColumns();
  return (
    <>
      <Typography.Title level={1} className="title">
        项目
      </Typography.Title>
      <Filters lines={lines} />
      {pages.error && <RefusalNote refused={pages.error} />}
      <div className="above">
        <span role="status">
          {pages.data && `已列出 ${lines.length} 条${pages.hasNextPage ? '，还有更多' : ''}`}
        </span>
        <span>金额单位：万元</span>
      </div>
      <Table
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={[...lines]}
        loading={pages.isPending}
        className="wide"
        pagination={false}
        locale={{ emptyText: <Nothing words="没有符合条件的项目" /> }}
      />
      <More pages={pages} />
    </>
  );
}

const YEARS_BACK = 3;
const YEARS_SHOWN = 6;

function Filters({ lines }: { lines: readonly YearLine[] }) {
  const [search, setSearch] = useSearchParams();
  const me = useMe().data;
  const units = useUnits();
  const catalogue = useCatalogue();
  const change = (name: (typeof FILTERS)[number], value: string | undefined) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value === undefined || value === '') after.delete(name);
      else after.set(name, value);
      return after;
    });
  const chosen = search.get('department');
  const departments = new Map([
    ...lines.map(({ department }) => [department, `部门 ${department}`] as const),
    ...units.map(
      ({ department, departmentName }) => [department, departmentName ?? `部门 ${department}`] as const,
    ),
    ...(chosen === null || units.length > 0 ? [] : [[chosen, `部门 ${chosen}`] as const]),
  ]);
  const stages =
    catalogue.data?.collections.find(({ collection }) => collection === 'project-years')?.stages ?? [];
  const first = Number(me?.now.slice(0, 4) ?? '0') - YEARS_BACK;
  const years =
    me === undefined ? [] : Array.from({ length: YEARS_SHOWN }, (_, index) => String(first + index));
  return (
    <Form layout="inline" role="search" aria-label="筛选项目" className="filters">
      <Form.Item label="名称或编号" htmlFor="q">
        <Input.Search
          id="q"
          allowClear
          defaultValue={search.get('q') ?? ''}
          onSearch={(text) => change('q', text.trim())}
          style={{ width: 220 }}
        />
      </Form.Item>
      {me?.reach === 'whole-division' && (
        <Choice
          label="主管部门"
          id="department"
          value={chosen}
          options={[...departments].sort().map(([value, label]) => ({ value, label }))}
          onChange={(value) => change('department', value)}
        />
      )}
      <Choice
        label="环节"
        id="stage"
        value={search.get('stage')}
        options={stages.map(({ stage, title }) => ({ value: stage, label: title.zh }))}
        onChange={(value) => change('stage', value)}
      />
      <Choice
        label="年度"
        id="fiscalYear"
        value={search.get('fiscalYear')}
        options={years.map((year) => ({ value: year, label: year }))}
        onChange={(value) => change('fiscalYear', value)}
      />
      <Form.Item>
        <Checkbox
          checked={search.get('late') === 'true'}
          onChange={({ target }) => change('late', target.checked ? 'true' : undefined)}
        >
          只看有逾期的
        </Checkbox>
      </Form.Item>
    </Form>
  );
}

function Choice({
  label,
  id,
  value,
  options,
  onChange,
}: {
  label: string;
  id: string;
  value: string | null;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}) {
  return (
    <Form.Item label={label} htmlFor={id}>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部"
        value={value}
        options={options}
        onChange={(chosen: string | undefined) => onChange(chosen)}
        style={{ width: 180 }}
      />
    </Form.Item>
  );
}

function useColumns(): TableColumnsType<YearLine> {
  const unitName = useUnitName();
  const sum = (title: string, name: 'requestedYuan' | 'controlYuan' | 'approvedYuan' | 'paidYuan') => ({
    title,
    align: 'right' as const,
    render: (_: unknown, line: YearLine) => roundWan(line[name]),
  });
  return [
    {
      title: '项目',
      render: (_, { id, projectId, name }) => (
        <div className="name">
          <Link
            to={`/projects/${encodeURIComponent(projectId)}?${new URLSearchParams({ file: `project-years/${id}` })}`}
          >
            {name}
          </Link>
          <div className="minor">{projectId}</div>
        </div>
      ),
    },
    { title: '年度', dataIndex: 'fiscalYear' },
    { title: '单位', render: (_, { unit }) => unitName(unit) },
    {
      title: '环节',
      render: (_, { stageTitle, overdue }) => (
        <>
          {stageTitle.zh} {overdue && <Tag color="error">有逾期</Tag>}
        </>
      ),
    },
    sum('申报数', 'requestedYuan'),
    sum('控制数', 'controlYuan'),
    sum('批复数', 'approvedYuan'),
    sum('已支付', 'paidYuan'),
    {
      title: '支付进度',
      align: 'right',
      render: (_, { paidYuan, approvedYuan }) => percentOf(paidYuan, approvedYuan),
    },
    { title: '评价等级', dataIndex: 'grade' },
  ];
}
