import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';

/** A mail as its page shows it. */
export interface ShownMail {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly text: string;
}

const NAME = /^\d{15}-[0-9a-f]{8}\.eml$/;
const NEWEST = 200;

/** The mails in a folder, one file each, named by when they came. */
export interface KeptMails {
  keep(source: Buffer): Promise<void>;
  newest(): Promise<ShownMail[]>;
  find(name: string): Promise<ShownMail | null>;
}

export async function openKept(folder: string): Promise<KeptMails> {
  await mkdir(folder, { recursive: true });
  const shown = async (name: string) => shownMail(name, await readFile(path.join(folder, name)));
  return {
    async keep(source) {
      const name = `${String(Date.now()).padStart(15, '0')}-${randomBytes(4).toString('hex')}.eml`;
      const part = path.join(folder, `${name}.part`);
      await writeFile(part, source, { flush: true });
      await rename(part, path.join(folder, name));
    },
    async newest() {
      const names = (await readdir(folder)).filter((name) => NAME.test(name)).toSorted();
      return await Promise.all(names.slice(-NEWEST).toReversed().map(shown));
    },
    find: async (name) => (NAME.test(name) ? await shown(name).catch(() => null) : null),
  };
}

async function shownMail(name: string, source: Buffer): Promise<ShownMail> {
  const mail = await PostalMime.parse(source);
  const address = (one: { name?: string | undefined; address?: string | undefined } | undefined) =>
    one === undefined ? '' : `${one.name ?? ''} <${one.address ?? ''}>`.trim();
  return {
    name,
    from: address(mail.from),
    to: (mail.to ?? []).map(address).join(', '),
    subject: mail.subject ?? '',
    date: mail.date ?? '',
    text: mail.text ?? '',
  };
}
