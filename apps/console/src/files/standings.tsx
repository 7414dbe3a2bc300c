import { BulbFilled } from '@ant-design/icons';
import { Card, Table, type TableColumnsType, Tag } from 'antd';
import { ClauseRef } from '../parts/clause.tsx';
import { type FileAddress, useFile } from './read.ts';

/** As a report on a round holds it; what was reported before lights were kept has none. */
interface Standing {
  readonly light: keyof typeof LIGHTS | null;
  readonly percent: string | null;
  readonly clause?: string;
  readonly expected?: string;
  readonly expectedBy?: keyof typeof BY;
  readonly forecast?: { readonly straight: string | null; readonly byPlan: string | null };
}

interface Round {
  readonly round: string;
  readonly asOf: string;
  readonly report: {
    readonly goalPercent: string | null;
    readonly moneyPercent: string | null;
    readonly progressPercent: string;
    readonly lights: readonly (Standing & { readonly row: string; readonly actual?: string })[];
    readonly standings?: Readonly<Record<'goal' | 'money' | 'progress', Standing | null>>;
  } | null;
}

interface Tracked {
  readonly rounds?: readonly Round[];
  readonly goal?: {
    readonly indicators: readonly {
      readonly row: string;
      readonly name: string;
      readonly target: string;
      readonly unit?: string;
    }[];
  } | null;
}

type Row = {
  readonly key: string;
  readonly name: string;
  readonly reached: string;
  readonly standing: Standing;
};

const LIGHTS = {
  red: { color: 'error', word: '红' },
  yellow: { color: 'warning', word: '黄' },
  green: { color: 'success', word: '绿' },
  blue: { color: 'processing', word: '蓝' },
} as const;

const BY = {
  'period-values': '按分期目标值',
  'plan-curve': '按计划进度',
  'straight-months': '按月平均',
  'whole-year': '与全年目标比',
} as const;

/** The rounds of a project-year, the latest first: goal, money and progress against what was expected by then. */
export function Standings({ address }: { address: FileAddress }) {
  const { data } = useFile<Tracked>(address);
  const reported = (data?.state.rounds ?? []).flatMap(({ report, ...round }) =>
    report === null ? [] : [{ ...round, report }],
  );
  if (data === undefined || reported.length === 0) return null;
  return (
    <Card size="small" className="part" title={<h3>跟踪对照</h3>}>
      {reported.toReversed().map((round) => (
        <section key={round.round} aria-label={`${round.round} 轮`}>
          <h4>
            {round.round}（截至 {round.asOf}）
          </h4>
          <Table
            size="small"
            rowKey="key"
            columns={COLUMNS}
            dataSource={rowsOf(round.report, data.state)}
            pagination={false}
          />
        </section>
      ))}
    </Card>
  );
}

const COLUMNS: TableColumnsType<Row> = [
  { title: '对照项', dataIndex: 'name', rowScope: 'row' },
  { title: '实际', dataIndex: 'reached' },
  {
    title: '截至当期应达',
    render: (_: unknown, { standing: { expected, expectedBy } }) =>
      expected !== undefined && expectedBy !== undefined && `${expected}（${BY[expectedBy]}）`,
  },
  {
    title: '灯',
    render: (_: unknown, { standing }) => <Light standing={standing} />,
  },
  { title: '预计年末', render: (_: unknown, { standing }) => forecastOf(standing) },
];

/** A word and a shape, never the colour alone. */
function Light({ standing: { light, percent, clause } }: { standing: Standing }) {
  return (
    <>
      {light !== null && (
        <Tag color={LIGHTS[light].color} icon={<BulbFilled aria-hidden />}>
          {LIGHTS[light].word}
          {percent !== null && ` ${percent}%`}
        </Tag>
      )}
      {clause !== undefined && <ClauseRef id={clause} />}
    </>
  );
}

function forecastOf({ forecast, expectedBy }: Standing): string {
  if (forecast === undefined) return '';
  if (expectedBy === 'whole-year') return `${forecast.straight}（按现值）`;
  return [
    forecast.byPlan === null ? [] : [`${forecast.byPlan}（按计划推算）`],
    forecast.straight === null ? [] : [`${forecast.straight}（按月推算）`],
  ]
    .flat()
    .join('，');
}

function rowsOf(report: NonNullable<Round['report']>, { goal }: Tracked): Row[] {
  const { standings, lights } = report;
  const whole = [
    ['goal', '绩效目标实现程度（%）', report.goalPercent],
    ['money', '资金支出（元）', report.moneyPercent && `${report.moneyPercent}%`],
    ['progress', '项目实施进程（%）', report.progressPercent],
  ] as const;
  return [
    ...whole.flatMap(([key, name, reached]) => {
      const standing = standings?.[key];
      return reached === null ? [] : [{ key, name, reached, standing: standing ?? NOTHING }];
    }),
    ...lights.map(({ row, actual = '', ...standing }) => {
      const { name, target, unit = '' } = goal?.indicators.find((one) => one.row === row) ?? {};
      const key = `row ${row}`;
      return name === undefined
        ? { key, name: row, reached: actual, standing }
        : { key, name: `${name}（全年目标 ${target}${unit}）`, reached: actual, standing };
    }),
  ];
}

const NOTHING: Standing = { light: null, percent: null };
