import { open } from 'node:fs/promises';
import { readTargetValue, scorePublishedForm, strict } from '@quancheng/forms';
import { isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import { z } from 'zod';
import { type Answer, type Ask, ask } from './ask.ts';
import { editionSchema } from './given.ts';

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

const fileSchema = z.string({ error: '应为文件名 / the name of a file' }).min(1);

/** A published form scored again: an auditor needs the form, the rules and nothing else. */
export const score: Ask = {
  ...ask({
    title: { zh: '按规则重算一张已公开的自评表', en: 'a published form scored again by the rules' },
    usage: 'FORM.json [--edition national-2020]',
    positional: 'form',
    data: strict({ form: fileSchema, edition: editionSchema.optional() }),
    async answer({ form, edition }) {
      const bytes = await contentOf(form, LARGEST_FORM);
      if (isRefusal(bytes)) return bytes;
      const given = parsed(bytes);
      return isRefusal(given) ? given : scorePublishedForm(given, { edition });
    },
  }),
  answerLine: (given) => scorePublishedForm(given),
};

/** A filled-in xlsx, looked at cell by cell. */
export const check = ask({
  title: { zh: '检查一张填好的 Excel 表', en: 'a filled-in xlsx, cell by cell' },
  usage: 'FORM.xlsx',
  positional: 'file',
  isFaulty: ({ faults }) => Array.isArray(faults) && faults.length > 0,
  data: strict({ file: fileSchema }),
  async answer({ file }) {
    const bytes = await contentOf(file, LARGEST_PAPER);
    if (isRefusal(bytes)) return bytes;
    // The program of workbooks is large, and only this asks for it.
    const { checkPaper } = await import('@quancheng/papers');
    return (await checkPaper(bytes)) as Answer | Refusal;
  },
});

const MEGABYTE = 1024 * 1024;
const LARGEST_FORM = 2 * MEGABYTE;
const LARGEST_PAPER = 20 * MEGABYTE;

/** The bytes of a file, which is not even opened to its end where it is far too large. */
async function contentOf(file: string, most: number): Promise<Uint8Array | Refusal> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      return size > most ? tooLarge(most) : await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (fault) {
    return notReadable(file, fault as NodeJS.ErrnoException);
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return refuse({
      code: 'FORM_NOT_JSON',
      because: { zh: '文件不是 JSON', en: 'the file is no JSON' },
      remedy: {
        zh: '请用已公开表格的 JSON；Excel 表请用 check',
        en: 'give the JSON of a published form; for an xlsx there is `check`',
      },
    });
  }
}

const tooLarge = (most: number): Refusal =>
  refuse({
    code: 'FILE_TOO_LARGE',
    because: {
      zh: `文件超过 ${most / MEGABYTE} MB`,
      en: `the file is above ${most / MEGABYTE} MB`,
    },
    remedy: { zh: '请核对是否选错了文件', en: 'see whether it is the right file' },
  });

const notReadable = (file: string, { code = '' }: NodeJS.ErrnoException): Refusal =>
  refuse({
    code: 'FILE_NOT_READABLE',
    because: { zh: `读不到文件“${file}”（${code}）`, en: `the file "${file}" cannot be read (${code})` },
    remedy: { zh: '请核对路径和权限', en: 'check its path and rights' },
  });
