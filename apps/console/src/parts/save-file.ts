import { download } from '../api.ts';

/** A link cannot say who asks, so the file is fetched first and then handed to the browser. */
export async function saveFile(
  path: string,
  { otherwise = '文件', body }: { otherwise?: string; body?: unknown } = {},
): Promise<void> {
  const { blob, name } = await download(path, body);
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(blob),
    download: name ?? otherwise,
  });
  link.click();
  URL.revokeObjectURL(link.href);
}
