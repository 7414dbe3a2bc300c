import { Alert } from 'antd';
import { useState } from 'react';
import { Refused, upload } from '../api.ts';
import { ChooseFiles } from '../parts/choose-files.tsx';
import type { InputProps } from './input.tsx';
import { textOf } from './values.ts';

/** Handed in at once, so that the person hears of a file that is too large before the form is done. */
export function AttachmentInput({ value, onChange, id, spoken, faulty, describedBy }: InputProps) {
  const [busy, setBusy] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setBusy(true);
    setRefused(null);
    try {
      const kept = await upload(file);
      setName(kept.name);
      onChange(kept.sha256);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  const sha256 = textOf(value);
  return (
    <div className="attachment">
      <ChooseFiles
        id={id}
        aria-label={spoken}
        aria-invalid={faulty}
        aria-describedby={describedBy}
        loading={busy}
        onFiles={([file]) => void take(file)}
      >
        {sha256 === '' ? '选择文件' : '更换文件'}
      </ChooseFiles>{' '}
      {sha256 !== '' && <span role="status">已上传 {name ?? `（摘要 ${sha256.slice(0, 8)}）`}</span>}
      {refused !== null && (
        <Alert
          type="error"
          role="alert"
          showIcon
          title={refused.refusal.because.zh}
          description={refused.refusal.remedy.zh}
        />
      )}
    </div>
  );
}
