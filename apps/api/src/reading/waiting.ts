import { type Aggregate, type Obligation, type Role, ROLES, type StreamState } from '@quancheng/domain';
import type { Words } from '@quancheng/kernel';
import { confirmationMark } from '@quancheng/rulebook';
import { kebabOf } from '../commands/catalogue.ts';

/** Who is waited for, as a clerk would say it. */
interface Whom {
  readonly role: Role;
  readonly title: Words;
  readonly unit: string;
}

const whom = ({ role, unit }: { role: Role; unit: string }): Whom => ({ role, title: ROLES[role], unit });

/** One open duty in the six fields people ask for, and the one sentence that says them. */
export function waitingOf(aggregate: Aggregate, state: StreamState, obligation: Obligation) {
  const { id, what, words, holder, since, date, clause, unblockedBy, ifNobodyActs, escalatesTo } = obligation;
  return {
    obligation: id,
    waitingFor: whom(holder),
    what,
    forWhat: words,
    since,
    until: date?.due ?? null,
    whyThatDate: date?.reason ?? null,
    provisional: date?.provisional ?? false,
    overdue: state.marks[id]?.lapsed === true,
    remindedAt: state.marks[id]?.remindedAt ?? null,
    clause,
    toBeConfirmed: confirmationMark(clause),
    unblockedBy: unblockedBy.map((type) => ({
      command: kebabOf(type),
      title: aggregate.commands[type]?.title ?? { zh: type, en: type },
    })),
    ifNobodyActs,
    escalatesTo: escalatesTo && whom(escalatesTo),
    sentence: sentenceOf(aggregate, obligation),
  };
}

function sentenceOf(
  aggregate: Aggregate,
  { holder, words, since, date, clause, unblockedBy, ifNobodyActs }: Obligation,
): Words {
  const role = ROLES[holder.role];
  const titles = unblockedBy.map((type) => aggregate.commands[type]?.title ?? { zh: type, en: type });
  const until = date
    ? { zh: `，截止 ${date.due}（${date.reason.zh}）`, en: ` until ${date.due} (${date.reason.en})` }
    : { zh: '，无法定期限', en: ', with no date set' };
  return {
    zh:
      `自 ${since} 起等待${role.zh}（${holder.unit}）：${words.zh}${until.zh}，依据 ${clause}；` +
      `办理“${titles.map((title) => title.zh).join('”或“')}”后继续；逾期无人办理：${ifNobodyActs.zh}`,
    en:
      `since ${since} waiting for the ${role.en} (${holder.unit}): ${words.en}${until.en}, under ${clause}; ` +
      `goes on with ${titles.map((title) => title.en).join(' or ')}; if nobody acts: ${ifNobodyActs.en}`,
  };
}
