import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { Refused, upload } from '../api.ts';
import type { InputProps } from './input.tsx';
import { textOf } from './values.ts';

/** Handed in at once, so that the person hears of a file that is too large before the form is done. */
export function AttachmentInput({ value, onChange, id, spoken, faulty, describedBy }: InputProps) {
  const chosen = useRef<HTMLInputElement>(null);
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
      <input
        ref={chosen}
        type="file"
        hidden
        aria-label="文件"
        onChange={({ target }) => {
          void take(target.files?.[0]);
          // The same file may be chosen again after it was mended.
          target.value = '';
        }}
      />
      <Button
        id={id}
        aria-label={spoken}
        aria-invalid={faulty}
        aria-describedby={describedBy}
        loading={busy}
        onClick={() => chosen.current?.click()}
      >
        {sha256 === '' ? '选择文件' : '更换文件'}
      </Button>{' '}
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
