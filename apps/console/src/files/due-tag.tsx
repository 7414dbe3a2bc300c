import { ClockCircleOutlined, ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useWhere } from '../me.ts';
import { dueOf } from './due.ts';

const LOOKS = {
  late: { color: 'error', icon: <WarningOutlined aria-hidden /> },
  soon: { color: 'warning', icon: <ExclamationCircleOutlined aria-hidden /> },
  calm: { color: 'default', icon: <ClockCircleOutlined aria-hidden /> },
} as const;

/** A legal date with what is left until it: a word and a shape, never the colour alone. */
export function DueTag({ until }: { until: string | null }) {
  const where = useWhere();
  if (until === null) return <span>无法定期限</span>;
  const due = where && dueOf(until, where);
  if (due === null) return <span>{until}</span>;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {until} <Tag {...LOOKS[due.pressing]}>{due.words}</Tag>
    </span>
  );
}
