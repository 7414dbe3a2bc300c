import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { post, Refused, upload } from '../api.ts';
import { useMe } from '../me.ts';
import { ChooseFiles } from '../parts/choose-files.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { ExportPapers } from './export.tsx';
import { XLSX_ONLY } from './panel.tsx';

/** Those who hand papers in; whether they may is for the API to say. */
const WHO = ['unit-clerk', 'unit-head', 'finance-performance'];
const MOST_FILES = 300;
const AT_ONCE = 4;

interface Sent {
  readonly kept: readonly { readonly sha256: string; readonly name: string }[];
  readonly refused: readonly { readonly name: string; readonly why: string }[];
}

/** 批量导入表格: many papers are handed in, and their job is previewed on its own page. */
export function ImportPapers() {
  const me = useMe();
  const goTo = useNavigate();
  const [sent, setSent] = useState<Sent>({ kept: [], refused: [] });
  const [chosen, setChosen] = useState(0);
  const [failed, setFailed] = useState<Error | null>(null);
  if (me.data === undefined || !WHO.includes(me.data.role)) return null;
  const preview = async ({ kept }: Sent) => {
    const request = { kind: 'import-papers', parameters: { files: kept } };
    const job = await post<{ id: string }>('/api/jobs', request, { idempotencyKey: crypto.randomUUID() });
    await goTo(`/jobs/${job.id}`);
  };
  const tries = (work: Promise<void>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      setFailed(error);
    });
  const bring = async (files: readonly File[]) => {
    setFailed(null);
    setChosen(files.length);
    const all = await handIn(files, setSent);
    setChosen(0);
    if (all.refused.length === 0) await preview(all);
  };
  return (
    <>
      <ExportPapers year={Number(me.data.now.slice(0, 4)) + 1} />
      <section aria-labelledby="import-papers" className="part">
        <h2 id="import-papers">批量导入表格</h2>
        <p>
          一次选择多份填好的申报表、审核表、监控表或自评表（最多 {MOST_FILES}{' '}
          份）；先预览，确认后才保存为草稿。
        </p>
        <ChooseFiles
          icon={<UploadOutlined />}
          accept={XLSX_ONLY}
          multiple
          loading={chosen > 0}
          onFiles={(files) => void tries(bring(files))}
        >
          选择多份 Excel
        </ChooseFiles>
        {chosen > 0 && (
          <Progress
            aria-label="上传进度"
            percent={Math.floor(((sent.kept.length + sent.refused.length) * 100) / chosen)}
          />
        )}
        {failed !== null && <RefusalNote refused={failed} />}
        {chosen === 0 && sent.refused.length > 0 && (
          <Alert
            type="warning"
            role="alert"
            showIcon
            title={`${sent.refused.length} 份文件不能受理，没有保存`}
            description={
              <>
                <ul>
                  {sent.refused.map(({ name, why }) => (
                    <li key={name}>
                      {name}：{why}
                    </li>
                  ))}
                </ul>
                {sent.kept.length > 0 && (
                  <Button onClick={() => void tries(preview(sent))}>预览其余 {sent.kept.length} 份</Button>
                )}
              </>
            }
          />
        )}
      </section>
    </>
  );
}

/** All files, some at once; what is refused at the door is named, and the others go on. */
async function handIn(files: readonly File[], tell: (sent: Sent) => void): Promise<Sent> {
  let sent: Sent = { kept: [], refused: [] };
  const left = [...files];
  const lane = async () => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      const { name } = file;
      const [kept, refused] = await upload(file, 'paper').then(
        ({ sha256 }) => [[{ sha256, name }], []] as const,
        (error: unknown) => {
          if (!(error instanceof Refused)) throw error;
          return [[], [{ name, why: error.refusal.because.zh }]] as const;
        },
      );
      sent = { kept: [...sent.kept, ...kept], refused: [...sent.refused, ...refused] };
      tell(sent);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return sent;
}
