import { type Clause, rulebook } from '@quancheng/rulebook';
import { Button, Descriptions, Popover } from 'antd';

const BY_ID = new Map<string, Clause>(
  rulebook.editions.flatMap(({ clauses }) => clauses.map((clause) => [clause.id, clause])),
);

const TIERS: Readonly<Record<Clause['tier'], string>> = {
  seed: '原文',
  confirmed: '公开文件可查',
  known: '通行做法',
  derived: '推定',
};

/** A clause by its title; opened, it says the rule, the paper and the article. One that no edition knows shows its id. */
export function ClauseRef({ id }: { id: string }) {
  const clause = BY_ID.get(id);
  if (clause === undefined) return <code>{id}</code>;
  return (
    <Popover trigger="click" title={clause.title.zh} content={<Said clause={clause} />}>
      <Button
        type="link"
        size="small"
        style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
      >
        《{clause.title.zh}》
      </Button>
    </Popover>
  );
}

function Said({ clause: { id, says, source, tier, inForce } }: { clause: Clause }) {
  const rows = [
    { key: 'says', label: '规定', children: says.zh },
    { key: 'source', label: '出处', children: `${source.paper}，${source.article}` },
    { key: 'tier', label: '依据程度', children: TIERS[tier] },
    {
      key: 'from',
      label: '施行',
      children: inForce.until ? `${inForce.from} 至 ${inForce.until}` : `${inForce.from} 起`,
    },
    { key: 'id', label: '编号', children: <code>{id}</code> },
  ];
  return <Descriptions column={1} size="small" style={{ maxWidth: 520 }} items={rows} />;
}
