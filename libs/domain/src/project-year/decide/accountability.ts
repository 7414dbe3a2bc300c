import { lineSchema, oneOf, strict, textSchema, yesNoSchema } from '@quancheng/forms';
import { isRefusal } from '@quancheng/kernel';
import { z } from 'zod';
import { legalDate } from '../../core/legal-date.ts';
import { act, fact } from './act.ts';
import { withClosing } from './closing.ts';
import { cite, openDuty } from './duty.ts';

const verifyData = strict({ founded: yesNoSchema, opinion: textSchema });
export const VerifyClue = act({
  title: { zh: '核实问责线索', en: 'verify the clue' },
  roles: ['finance-performance'],
  data: verifyData,
  decide(year, { founded, opinion }, world) {
    const duty = openDuty(year, 'accountability', 'verify');
    if (isRefusal(duty)) return duty;
    const decideBy = founded ? legalDate(world, 'deadline/accountability-clue', world.happenedOn) : null;
    if (isRefusal(decideBy)) return decideBy;
    return withClosing(
      year,
      [fact('ClueVerified', { ...cite(year), founded, opinion, decideBy }, duty.by?.clause)],
      world,
    );
  },
});

const closeClueData = strict({ reason: textSchema });
export const CloseClue = act({
  title: { zh: '了结线索', en: 'close the clue' },
  roles: ['finance-performance', 'section-chief'],
  data: closeClueData,
  decide(year, { reason }, world) {
    const duty = openDuty(year, 'accountability', 'case-or-close');
    if (isRefusal(duty)) return duty;
    return withClosing(year, [fact('ClueClosed', { ...cite(year), reason }, duty.by?.clause)], world);
  },
});

const caseData = strict({
  summary: textSchema,
  measures: z.array(oneOf(['ask', 'talk', 'circulate', 'order', 'cut', 'take-back'])).default([]),
  personProposals: z
    .array(
      strict({
        personId: lineSchema,
        proposal: textSchema,
        transferTo: oneOf(['government', 'supervision', 'appointing-body']),
      }),
    )
    .default([]),
});
export const OpenCase = act({
  title: { zh: '问责立案', en: 'open an accountability case' },
  roles: ['finance-performance', 'section-chief'],
  data: caseData,
  decide(year, data, world) {
    const duty = openDuty(year, 'accountability', 'case-or-close');
    if (isRefusal(duty)) return duty;
    return withClosing(
      year,
      [fact('AccountabilityCaseOpened', { ...cite(year), ...data }, duty.by?.clause)],
      world,
    );
  },
});

const discloseData = z.discriminatedUnion(
  'decision',
  [
    strict({
      decision: z.literal('publish'),
      url: z.url({ protocol: /^https?$/, error: '应为公开网址 / an address on the web' }).max(2000),
    }),
    strict({ decision: z.literal('withhold'), reason: textSchema }),
  ],
  { error: '应为 publish（附网址）或 withhold（附理由） / publish with its url, or withhold with a reason' },
);
export const DecideDisclosure = act({
  title: { zh: '决定公开', en: 'decide on disclosure' },
  roles: ['finance-performance', 'section-chief'],
  data: discloseData,
  decide(year, data, world) {
    const duty = openDuty(year, 'disclosure', 'disclose');
    if (isRefusal(duty)) return duty;
    const decided =
      data.decision === 'publish'
        ? fact('ResultPublished', { ...cite(year), url: data.url }, duty.by?.clause)
        : fact('ResultWithheld', { ...cite(year), reason: data.reason }, duty.by?.clause);
    return withClosing(year, [decided], world);
  },
});
