import { DownloadOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Refused } from '../api.ts';
import { RefusalNote } from '../parts/refusal.tsx';
import { saveFile } from '../parts/save-file.ts';

/** The papers that a year's files have; a self-evaluation is chosen on its own page. */
const PAPERS = [
  { value: 'goal-declaration', label: '项目支出绩效目标申报表' },
  { value: 'goal-review', label: '绩效目标审核表' },
  { value: 'tracking-report', label: '绩效运行监控表' },
];

interface Wish {
  readonly paper: string;
  readonly fiscalYear: number;
}

/** 批量下载: the pre-filled papers of a year, in one package. */
export function ExportPapers({ year }: { readonly year: number }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Error | null>(null);
  const save = async ({ paper, fiscalYear }: Wish) => {
    setBusy(true);
    setFailed(null);
    try {
      await saveFile(`/api/papers/${paper}/export`, { body: { fiscalYear } });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="export-papers" className="part">
      <h2 id="export-papers">批量下载预填的表</h2>
      <Form
        layout="inline"
        initialValues={{ paper: 'goal-declaration', fiscalYear: year }}
        onFinish={(wish: Wish) => void save(wish)}
      >
        <Form.Item name="paper" label="表">
          <Select options={PAPERS} style={{ width: 240 }} />
        </Form.Item>
        <Form.Item name="fiscalYear" label="预算年度">
          <InputNumber min={2000} max={2100} />
        </Form.Item>
        <Button htmlType="submit" icon={<DownloadOutlined />} loading={busy}>
          打包下载
        </Button>
      </Form>
      {failed !== null && <RefusalNote refused={failed} />}
    </section>
  );
}
