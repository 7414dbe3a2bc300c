import { EVALUATION_KINDS } from '@quancheng/forms';
import { Typography } from 'antd';
import { Link } from 'react-router';
import { IndicatorSearch } from '../indicators/search.tsx';
import { useMe } from '../me.ts';

const KEEPERS: readonly string[] = ['finance-performance', 'department'];

/** The indicator library, for everybody who writes or judges goals; who keeps it finds the way to its file. */
export function IndicatorsPage() {
  const me = useMe().data;
  return (
    <>
      <Typography.Title level={1} className="title">
        绩效指标库
      </Typography.Title>
      {me !== undefined && KEEPERS.includes(me.role) && (
        <p>
          <Link to={`/files/indicator-libraries/${me.division}`}>维护指标库</Link>
        </p>
      )}
      <IndicatorSearch kinds={EVALUATION_KINDS} />
    </>
  );
}
