import type { phoneList } from '@quancheng/notices';

type PhoneRow = Awaited<ReturnType<typeof phoneList>>[number];

const HEAD = ['姓名', '手机', '岗位', '单位', '内容', '时间'];

/** As an office program opens it: the mark of its letters in front, and no cell that it would take for a formula. */
export function phoneCsv(rows: readonly PhoneRow[]): string {
  const lines = rows.map(({ name, phone, role, unit, text, toldAt }) =>
    [name ?? '', phone, role, unit, text.zh, toldAt].map(cell).join(','),
  );
  return `\ufeff${[HEAD.join(','), ...lines].join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
