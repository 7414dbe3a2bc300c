import type { ClauseOf } from '../../clause.ts';

export const reminderDefault: ClauseOf<'reminder'> = {
  id: 'national-2020/reminder/default',
  question: 'reminder/default',
  kind: 'reminder',
  title: { zh: '到期提醒', en: 'reminders before a due date' },
  says: {
    zh: '办法要求及时督促，未定提醒办法。推定：到期前30日、7日、1日和当日9时各提醒一次；之后即为逾期。',
    en: 'The rules prompt in time without saying how. Derived: a reminder 30, 7 and 1 days before the due day and on it, at 09:00; after that the duty has lapsed.',
  },
  source: { paper: '推定（未见提醒的规定）', article: '待财政局确认' },
  tier: 'derived',
  inForce: { from: '2020-01-01' },
  boundTo: 'duty-arises',
  transition: {
    zh: '义务产生时定下的提醒时刻不再改变。',
    en: 'The instants fixed when the duty arose do not change.',
  },
  value: { daysBefore: [30, 7, 1, 0], hour: 9 },
  examples: [
    {
      given: { due: '2014-10-08' },
      expect: {
        instants: [
          '2014-09-08T09:00:00.000+08:00',
          '2014-10-01T09:00:00.000+08:00',
          '2014-10-07T09:00:00.000+08:00',
          '2014-10-08T09:00:00.000+08:00',
        ],
      },
    },
    {
      given: { due: '2014-03-01' },
      expect: {
        instants: [
          '2014-01-30T09:00:00.000+08:00',
          '2014-02-22T09:00:00.000+08:00',
          '2014-02-28T09:00:00.000+08:00',
          '2014-03-01T09:00:00.000+08:00',
        ],
      },
    },
  ],
};
