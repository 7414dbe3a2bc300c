import { lineSchema, strict } from '@quancheng/forms';
import { refuse } from '@quancheng/kernel';
import { explainClause, rulebook } from '@quancheng/rulebook';
import { ask } from './ask.ts';

export const editions = ask({
  title: { zh: '规则库的全部版本与条款', en: 'every edition of the rules with its clauses' },
  usage: '',
  data: strict({}),
  answer: () => ({
    editions: rulebook.editions.map(({ id, title, divisionPrefix, inForce, released, papers, clauses }) => ({
      id,
      title,
      division: divisionPrefix,
      from: inForce.from,
      until: inForce.until ?? null,
      released,
      papers,
      clauses: clauses.map((clause) => clause.id),
    })),
  }),
});

export const explain = ask({
  title: { zh: '一条规则的出处、内容和例子', en: 'where a clause comes from, what it says, its examples' },
  usage: 'zh-2014/goal-threshold/new',
  positional: 'clause',
  data: strict({ clause: lineSchema }),
  answer({ clause }) {
    return (
      explainClause(clause) ??
      refuse({
        code: 'CLAUSE_UNKNOWN',
        because: { zh: `规则库中没有条款“${clause}”`, en: `no edition has a clause "${clause}"` },
        remedy: { zh: '用 editions 查看全部条款', en: '`editions` lists every clause' },
      })
    );
  },
});
