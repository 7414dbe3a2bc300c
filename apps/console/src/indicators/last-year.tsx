import type { AskedField, Difference } from '@quancheng/forms';
import { withProposals } from '@quancheng/forms';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { get, Refused } from '../api.ts';
import { asTyped, type Values } from '../forms/values.ts';
import { labelsOf } from '../forms/faults.tsx';
import { RefusalNote } from '../parts/refusal.tsx';

interface Copied {
  readonly from: { readonly projectYearId: string; readonly fiscalYear: number };
  readonly draft: unknown;
  readonly differences: readonly Difference[];
}

interface Parts {
  readonly path: string;
  readonly fields: readonly AskedField[];
  readonly onTake: (paper: Values) => void;
}

/** 复制上年: what will be taken over and what is of last year alone stand side by side before anything is. */
export function LastYear({ path, fields, onTake }: Parts) {
  const [copied, setCopied] = useState<Copied | null>(null);
  const [refused, setRefused] = useState<Error | null>(null);
  const open = async () => {
    setRefused(null);
    try {
      setCopied(await get<Copied>(`${path}/last-year`));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    }
  };
  if (copied !== null)
    return (
      <Settle
        copied={copied}
        fields={fields}
        onTake={(paper) => {
          onTake(paper);
          setCopied(null);
        }}
        onLeave={() => setCopied(null)}
      />
    );
  return (
    <div className="entry">
      <Button onClick={() => void open()}>复制上年</Button>
      {refused !== null && <RefusalNote refused={refused} />}
    </div>
  );
}

interface Settling extends Omit<Parts, 'path'> {
  readonly copied: Copied;
  readonly onLeave: () => void;
}

function Settle({ copied: { from, draft, differences }, fields, onTake, onLeave }: Settling) {
  const proposals = differences.filter(({ proposed }) => proposed !== null);
  const [accepted, setAccepted] = useState<readonly Difference[]>(proposals);
  const turn = (one: Difference, on: boolean) =>
    setAccepted(on ? [...accepted, one] : accepted.filter((other) => other !== one));
  const paper = asTyped(fields, draft);
  const labels = labelsOf(fields, paper);
  const take = () => onTake(withProposals(paper, accepted));
  return (
    <section aria-labelledby="last-year" className="entry wide">
      <h2 id="last-year">
        复制上年（{from.projectYearId}，{from.fiscalYear}年批复）
      </h2>
      <p>下列内容只属于上年。勾选的按建议值带入，未勾选的照上年原样带入；没有建议的请带入后自行填写。</p>
      <div className="grid">
        <table>
          <thead>
            <tr>
              <th scope="col">采用</th>
              <th scope="col">栏目</th>
              <th scope="col">上年</th>
              <th scope="col">建议</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((one) => {
              const label = labels.get(one.field) ?? one.field;
              return (
                <tr key={`${one.field} ${one.code}`}>
                  <td>
                    {one.proposed !== null && (
                      <Checkbox
                        aria-label={`采用${label}的建议`}
                        checked={accepted.includes(one)}
                        onChange={({ target }) => turn(one, target.checked)}
                      />
                    )}
                  </td>
                  <th scope="row">{label}</th>
                  <td>{one.was}</td>
                  <td>{one.proposed}</td>
                  <td>{one.because.zh}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="actions">
        <Button onClick={onLeave}>不复制</Button>
        <Button type="primary" onClick={take}>
          带入本表
        </Button>
      </div>
    </section>
  );
}
