import { confirmationMark, type ExplainedClause, explainClause } from '@quancheng/rulebook';
import { Button, Descriptions, Popover, Space, Tag } from 'antd';

/**
 * A clause by its title; opened, it says the rule, the paper and the article. What the bureau has yet to confirm carries its
 * mark, for whatever stands beside the clause rests on it. One that no edition knows shows its id.
 */
export function ClauseRef({ id }: { id: string }) {
  const clause = explainClause(id);
  if (clause === undefined) return <code>{id}</code>;
  return (
    <Space size={4} wrap>
      <Popover trigger="click" title={clause.title.zh} content={<Said clause={clause} />}>
        <Button
          type="link"
          size="small"
          style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
        >
          《{clause.title.zh}》
        </Button>
      </Popover>
      <ToBeConfirmed clause={id} />
    </Space>
  );
}

/** The mark by itself, for a figure that is shown without its clause: nothing where the bureau's own paper says it. */
export function ToBeConfirmed({ clause }: { clause: string }) {
  const mark = confirmationMark(clause);
  return mark ? (
    <Tag color="warning" style={{ marginInlineEnd: 0 }}>
      {mark.zh}
    </Tag>
  ) : null;
}

function Said({ clause }: { clause: ExplainedClause }) {
  const { id, edition, says, value, source, tierWords, inForce, boundToWords, transition } = clause;
  const rows = [
    { key: 'says', label: '规定', children: says.zh },
    { key: 'value', label: '数值', children: value.map(({ zh }) => <div key={zh}>{zh}</div>) },
    { key: 'source', label: '出处', children: `${source.paper}，${source.article}` },
    { key: 'tier', label: '依据程度', children: tierWords.zh },
    {
      key: 'from',
      label: '施行',
      children: inForce.until ? `${inForce.from} 至 ${inForce.until}` : `${inForce.from} 起`,
    },
    { key: 'bound', label: '适用', children: `按${boundToWords.zh}` },
    { key: 'transition', label: '衔接', children: transition.zh },
    { key: 'edition', label: '版本', children: edition.title.zh },
    { key: 'id', label: '编号', children: <code>{id}</code> },
  ];
  return <Descriptions column={1} size="small" style={{ maxWidth: 520 }} items={rows} />;
}
