import type { KeptMails, ShownMail } from './kept.ts';

/** What is answered to a browser: a status and a whole page. */
export interface Page {
  readonly status: number;
  readonly html: string;
}

export async function pageAt(kept: KeptMails, address: string): Promise<Page> {
  const { pathname } = new URL(address, 'http://mail.invalid');
  if (pathname === '/') return { status: 200, html: listPage(await kept.newest()) };
  const mail = await kept.find(pathname.slice(1));
  if (mail === null)
    return { status: 404, html: framed('没有这封邮件 / no such mail', '<p><a href="/">返回 back</a></p>') };
  return { status: 200, html: mailPage(mail) };
}

function listPage(mails: readonly ShownMail[]): string {
  const rows = mails.map(
    ({ name, to, subject, date }) =>
      `<tr><td>${text(date)}</td><td>${text(to)}</td><td><a href="/${name}">${text(subject)}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>时间 sent</th><th>收件人 to</th><th>主题 subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const none = '<p>还没有邮件 / no mail yet</p>';
  return framed('收到的邮件 / mails that were sent', mails.length === 0 ? none : table);
}

const mailPage = ({ from, to, subject, date, text: body }: ShownMail): string =>
  framed(
    subject,
    `<p>${text(date)}<br>${text(from)} → ${text(to)}</p><pre>${text(body)}</pre><p><a href="/">返回 back</a></p>`,
  );

const framed = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(title)}</title>
<style>body{font:16px/1.6 sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #ccc;vertical-align:top}pre{white-space:pre-wrap;font:inherit}</style>
</head><body><h1>${text(title)}</h1>${body}</body></html>`;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Mail is written by others: nothing of it reaches the browser as markup. */
const text = (given: string): string => given.replaceAll(/[&<>"']/g, (letter) => ESCAPED[letter] ?? '');
