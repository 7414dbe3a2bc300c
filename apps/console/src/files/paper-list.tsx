import { FileTextOutlined, PaperClipOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import { Refused } from '../api.ts';
import { printPage } from '../papers/print-page.ts';
import { Nothing } from '../parts/nothing.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { saveFile } from '../parts/save-file.ts';
import { PaperForm } from './paper-form.tsx';
import { type Paper, papersOf } from './papers.ts';
import { type FileAddress, pathOf, useEvents } from './read.ts';

/** The forms that were handed in and the files that came with them. */
export function PaperList({ address }: { address: FileAddress }) {
  const { data, error } = useEvents(address);
  const [open, setOpen] = useState<Paper & { kind: 'form' }>();
  const [failed, setFailed] = useState<Error>();
  if (error) return <RefusalNote refused={error} />;
  const papers = papersOf(data ?? []);
  if (papers.length === 0) return <Nothing words="还没有表单和附件" />;
  const tries = (work: Promise<void>) => void work.catch(setFailed);
  const fetchFile = (sha256: string) =>
    tries(saveFile(`/api/attachments/${sha256}`, { otherwise: sha256.slice(0, 12) }));
  return (
    <>
      {failed instanceof Refused && <RefusalNote refused={failed} />}
      {failed && !(failed instanceof Refused) && <Alert type="error" title="文件没有取到，请稍后重试" />}
      <ul className="papers">
        {papers.map((paper) => (
          <li key={`${paper.at.version} ${paper.title} ${paper.kind === 'form' ? '' : paper.sha256}`}>
            <Button
              type="link"
              icon={paper.kind === 'form' ? <FileTextOutlined /> : <PaperClipOutlined />}
              onClick={() => (paper.kind === 'form' ? setOpen(paper) : fetchFile(paper.sha256))}
            >
              {paper.title}
            </Button>
            <span>
              {paper.at.happenedOn} {paper.at.title.zh}
            </span>
          </li>
        ))}
      </ul>
      <Drawer
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
        size="large"
        title={open && `${open.title}（${open.at.happenedOn}）`}
        extra={
          open?.printedAs && (
            <Button
              icon={<PrinterOutlined />}
              onClick={() => tries(printPage(`${pathOf(address)}/papers/${open.printedAs}`))}
            >
              打印
            </Button>
          )
        }
      >
        {open && <PaperForm fields={open.fields} values={open.form} />}
      </Drawer>
    </>
  );
}
