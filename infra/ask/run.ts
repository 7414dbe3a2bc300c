import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import { type Answer, type Ask, errorOf } from './ask.ts';

/** 0 answered; 1 answered, and something asked was refused or what was looked at has faults; 2 used wrongly. */
export type ExitCode = 0 | 1 | 2;

export interface Outcome {
  readonly line: string;
  readonly good: boolean;
}

/** One question, one line of JSON. */
export async function answerOne(ask: Ask, given: unknown): Promise<Outcome> {
  return outcomeOf(ask, await ask.answer(given));
}

function outcomeOf(ask: Ask, answered: Answer | Refusal): Outcome {
  if (isRefusal(answered)) return { line: JSON.stringify(errorOf(answered)), good: false };
  return { line: JSON.stringify(answered), good: !(ask.isFaulty?.(answered) ?? false) };
}

/**
 * A question a line, an answer a line, in the same order. A line that is no question is answered by an error on its own
 * line and the batch goes on; empty lines are passed over. Nothing is kept: the input may be of any length.
 */
export async function answerBatch(ask: Ask, input: Readable, output: Writable): Promise<ExitCode> {
  let good = true;
  let pending: string[] = [];
  const flush = async () => {
    const lines = pending;
    pending = [];
    if (lines.length > 0 && !output.write(`${lines.join('\n')}\n`)) await once(output, 'drain');
  };
  for await (const line of linesOf(input)) {
    const outcome = await answerLine(ask, line);
    good &&= outcome.good;
    pending.push(outcome.line);
    if (pending.length >= LINES_AT_ONCE) await flush();
  }
  await flush();
  return good ? 0 : 1;
}

/** Few enough that a reader at the other end sees them come, enough that writing costs nothing. */
const LINES_AT_ONCE = 64;

async function answerLine(ask: Ask, line: string): Promise<Outcome> {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return { line: JSON.stringify(errorOf(notJson())), good: false };
  }
  return ask.answerLine === undefined
    ? await answerOne(ask, given)
    : outcomeOf(ask, await ask.answerLine(given));
}

const notJson = (): Refusal =>
  refuse({
    code: 'LINE_NOT_JSON',
    because: { zh: '这一行不是 JSON 对象', en: 'this line is no object of JSON' },
    remedy: { zh: '每行写一个 JSON 对象', en: 'write one object of JSON a line' },
  });

/** Whole lines without their ends; a mark of byte order before the first is no part of it. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines.filter(isFilled);
  }
  rest += decoder.decode();
  if (isFilled(rest)) yield rest;
}

const isFilled = (line: string): boolean => line.trim() !== '';
