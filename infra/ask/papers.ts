import { readTargetValue, strict } from '@quancheng/forms';
import { z } from 'zod';
import { ask } from './ask.ts';

export const target = ask({
  title: { zh: '读懂一个指标值', en: 'what a written target or actual value means' },
  usage: "'≥50个'",
  positional: 'text',
  data: strict({ text: z.string({ error: '应为文字 / a text' }).max(10_000) }),
  answer({ text }) {
    const { text: _read, ...reading } = readTargetValue(text);
    return reading;
  },
});
