import { Button, type ButtonProps } from 'antd';
import { useRef } from 'react';

interface Parts extends Omit<ButtonProps, 'onClick'> {
  readonly onFiles: (files: readonly File[]) => void;
  readonly multiple?: boolean;
  readonly accept?: string;
}

/** A button that lets a person choose files of this machine. The same ones may be chosen again after they were mended. */
export function ChooseFiles({ onFiles, multiple = false, accept, ...button }: Parts) {
  const chosen = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={chosen}
        type="file"
        hidden
        aria-label="文件"
        multiple={multiple}
        accept={accept}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0) onFiles(files);
          target.value = '';
        }}
      />
      <Button {...button} onClick={() => chosen.current?.click()} />
    </>
  );
}
