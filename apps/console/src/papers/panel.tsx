import { DownloadOutlined, PrinterOutlined, UploadOutlined } from '@ant-design/icons';
import type { Refusal, Words } from '@quancheng/kernel';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Begun } from '../actions/begin.ts';
import type { CommandForm, FileRead } from '../actions/page.tsx';
import { post, Refused, upload } from '../api.ts';
import type { Values } from '../forms/values.ts';
import { ChooseFiles } from '../parts/choose-files.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { saveFile } from '../parts/save-file.ts';
import { paperOf, takenOver, withDraft } from './paper-of.ts';
import { printPage } from './print-page.ts';

/** What `POST …/papers/{paper}/reading` answers. */
interface Reading {
  readonly head: { readonly round?: string };
  readonly values: Values;
  readonly changes: readonly {
    readonly field: string;
    readonly label: Words;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly faults: readonly {
    readonly cell: string;
    readonly field: string;
    readonly because: Words;
    readonly remedy?: Words;
  }[];
  readonly notes: readonly Words[];
  readonly mismatch: Pick<Refusal, 'because' | 'remedy'> | null;
  readonly links: { readonly marked: string };
}

interface FormParts {
  /** Of the file, `/api/project-years/P-1-2014`, and of the command, `project-years/declare`. */
  readonly path: string;
  readonly address: string;
  readonly form: CommandForm;
  readonly file: FileRead;
  readonly beginIn: (state: Values) => Begun;
  readonly data: Values;
  readonly onChange: (data: Values) => void;
}

/** A form that is a paper may also be filled in as a file; what is taken over of one begins the form as a kept draft does. */
export function PaperOfForm({ path, address, form, file, beginIn, data, onChange }: FormParts) {
  const paper = paperOf(address);
  if (paper === undefined) return null;
  const take = ({ values, head }: Reading) =>
    onChange(takenOver(form, data, beginIn(withDraft(file.state, paper, values, head.round))));
  return <PaperPanel path={`${path}/papers/${paper}`} onTake={take} />;
}

interface Parts {
  readonly path: string;
  readonly onTake: (reading: Reading) => void;
}

export const XLSX_ONLY = '.xlsx';

/** 下载、上传 Excel: what a file says, what is wrong in it and what it changes is seen before any of it is taken over. */
function PaperPanel({ path, onTake }: Parts) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [refused, setRefused] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const tries = async (work: () => Promise<void>) => {
    setBusy(true);
    setRefused(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  const bring = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    setReading(null);
    const { sha256 } = await upload(file, 'paper');
    setReading(await post<Reading>(`${path}/reading`, { sha256 }, { idempotencyKey: crypto.randomUUID() }));
  };
  return (
    <section aria-labelledby="paper-file" className="entry wide">
      <h2 id="paper-file">用 Excel 填写</h2>
      <p className="help">下载和打印的表已预填现有内容；上传后先核对，采用前不保存。</p>
      <div className="actions">
        <Button icon={<DownloadOutlined />} onClick={() => void tries(() => saveFile(path))}>
          下载 Excel
        </Button>
        <ChooseFiles
          icon={<UploadOutlined />}
          accept={XLSX_ONLY}
          loading={busy}
          onFiles={(files) => void tries(() => bring(files))}
        >
          上传 Excel
        </ChooseFiles>
        <Button icon={<PrinterOutlined />} onClick={() => void tries(() => printPage(`${path}/print`))}>
          打印草稿
        </Button>
      </div>
      {refused !== null && <RefusalNote refused={refused} />}
      {reading !== null && (
        <ReadFile
          reading={reading}
          onMarked={() => void tries(() => saveFile(reading.links.marked))}
          onTake={() => {
            onTake(reading);
            setReading(null);
          }}
          onLeave={() => setReading(null)}
        />
      )}
    </section>
  );
}

interface ReadParts {
  readonly reading: Reading;
  readonly onMarked: () => void;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

function ReadFile({ reading, onMarked, onTake, onLeave }: ReadParts) {
  const { mismatch, faults, changes, notes } = reading;
  if (mismatch !== null)
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={mismatch.because.zh}
        description={mismatch.remedy.zh}
      />
    );
  return (
    <div role="status">
      {faults.length > 0 && (
        <>
          <Alert type="warning" showIcon title={`有 ${faults.length} 处问题，请在文件中改正后重新上传`} />
          <Grid
            caption="问题"
            titles={['单元格', '问题', '怎样改']}
            rows={faults.map(({ cell, because, remedy }) => [cell, because.zh, remedy?.zh ?? ''])}
          />
          <Button onClick={onMarked}>下载标明问题的文件</Button>
        </>
      )}
      {changes.length === 0 ? (
        <p>文件内容与现有内容相同。</p>
      ) : (
        <Grid
          caption={`与现有内容相比，改动 ${changes.length} 处`}
          titles={['栏目', '现有', '文件中']}
          rows={changes.map(({ field, label, before, after }) => [
            label.zh,
            before ?? '（空）',
            faults.some((fault) => fault.field === field) ? '（有问题，没有读取）' : (after ?? '（空）'),
          ])}
        />
      )}
      {notes.length > 0 && (
        <ul aria-label="读取说明">
          {notes.map(({ zh }) => (
            <li key={zh}>{zh}</li>
          ))}
        </ul>
      )}
      <div className="actions">
        <Button onClick={onLeave}>不采用</Button>
        <Button type="primary" onClick={onTake}>
          采用到本表
        </Button>
      </div>
    </div>
  );
}

interface GridParts {
  readonly caption: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const Grid = ({ caption, titles, rows }: GridParts) => (
  <div className="grid">
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join(' ')}>
            {row.map((text, index) =>
              index === 0 ? (
                <th key={titles[index]} scope="row">
                  {text}
                </th>
              ) : (
                <td key={titles[index]}>{text}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
