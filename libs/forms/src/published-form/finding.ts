import type { Words } from '@quancheng/kernel';

/** One thing about a form that does not add up, or that its reader has to know. */
export type FormFinding = {
  /** The codes of the published collection of forms: SCORE_NE_RULE, ZERO_BUDGET. */
  readonly code: string;
  /** 'money', 'goals', 'weights', 'total', 'header', or the rows: 'row 3', 'rows 3,4,6-9'. */
  readonly where: string;
  readonly detail: Words;
};

export const finding = (code: string, where: string, zh: string, en: string): FormFinding => ({
  code,
  where,
  detail: { zh, en },
});

export type RowFinding = { readonly code: string; readonly row: number; readonly detail: Words };

export const atRow = (row: number, code: string, zh: string, en: string): RowFinding => ({
  code,
  row,
  detail: { zh, en },
});

/** The same said of several rows is one finding. */
export function gathered(findings: readonly RowFinding[]): FormFinding[] {
  const groups = Map.groupBy(findings, ({ code, detail }) => `${code} ${detail.zh}`);
  return [...groups.values()].map((group) => {
    const [{ code, detail }] = group as [RowFinding];
    return { code, detail, where: rowsInWords(group.map(({ row }) => row)) };
  });
}

/** 'row 3', 'rows 3,4,6-9': runs of three and more are drawn together. */
export function rowsInWords(rows: readonly number[]): string {
  const sorted = [...new Set(rows)].sort((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const row of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const parts = runs.map(([from, to]) =>
    to - from > 1 ? `${from}-${to}` : from === to ? `${from}` : `${from},${to}`,
  );
  return `${sorted.length === 1 ? 'row' : 'rows'} ${parts.join(',')}`;
}
