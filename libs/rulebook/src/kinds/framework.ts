import type { Words } from '@quancheng/kernel';

/** Three levels of indicators (一级、二级、三级) that many projects share; `no` tells two of the same name apart. */
export type FrameworkValue = {
  readonly classes: readonly {
    readonly title: Words;
    readonly groups: readonly {
      readonly title: Words;
      readonly indicators: readonly { readonly no: string; readonly title: Words }[];
    }[];
  }[];
};
/** The numbers of the indicators that a sheet scores. */
export type FrameworkGiven = { readonly scored: readonly string[] };
export type FrameworkAnswer = {
  readonly indicators: number;
  /** Of the framework, and not on the sheet; in the framework's order. */
  readonly missing: readonly string[];
  /** On the sheet, and not of the framework: a project may add its own. */
  readonly added: readonly string[];
};

export function answerFramework(value: FrameworkValue, { scored }: FrameworkGiven): FrameworkAnswer {
  const known = frameworkIndicators(value).map(({ no }) => no);
  return {
    indicators: known.length,
    missing: known.filter((no) => !scored.includes(no)),
    added: scored.filter((no) => !known.includes(no)),
  };
}

/** Every third-level indicator, in order. */
export function frameworkIndicators({ classes }: FrameworkValue) {
  return classes.flatMap(({ groups }) => groups.flatMap(({ indicators }) => indicators));
}

export function frameworkInWords({ classes }: FrameworkValue): Words[] {
  return classes.flatMap((one) =>
    one.groups.map(({ title, indicators }) => ({
      zh: `${one.title.zh}·${title.zh}：${indicators.map((each) => each.title.zh).join('、')}`,
      en: `${one.title.en}, ${title.en}: ${indicators.map((each) => each.title.en).join(', ')}`,
    })),
  );
}
