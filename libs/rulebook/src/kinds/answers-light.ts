import type { Words } from '@quancheng/kernel';
import type { LightColour } from './light.ts';

/** A light from two questions that are answered yes or no; the first one decides alone where it is denied. */
export type AnswersLightValue = {
  readonly first: Words;
  readonly second: Words;
  readonly firstDenied: LightColour;
  readonly secondDenied: LightColour;
  readonly bothAffirmed: LightColour;
};
export type AnswersLightGiven = { readonly first: boolean; readonly second: boolean };
export type AnswersLightAnswer = { readonly light: LightColour };

export function answerAnswersLight(
  { firstDenied, secondDenied, bothAffirmed }: AnswersLightValue,
  { first, second }: AnswersLightGiven,
): AnswersLightAnswer {
  if (!first) return { light: firstDenied };
  return { light: second ? bothAffirmed : secondDenied };
}

const COLOURS: Readonly<Record<LightColour, string>> = { red: '红', yellow: '黄', green: '绿', blue: '蓝' };

export function answersLightInWords(value: AnswersLightValue): Words[] {
  const { first, second, firstDenied, secondDenied, bothAffirmed } = value;
  return [
    { zh: `“${first.zh}”为否：${COLOURS[firstDenied]}`, en: `"${first.en}" denied: ${firstDenied}` },
    {
      zh: `只有“${second.zh}”为否：${COLOURS[secondDenied]}`,
      en: `only "${second.en}" denied: ${secondDenied}`,
    },
    { zh: `两项都为是：${COLOURS[bothAffirmed]}`, en: `both affirmed: ${bothAffirmed}` },
  ];
}
