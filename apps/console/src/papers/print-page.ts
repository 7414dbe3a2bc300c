import { download } from '../api.ts';

/** 打印: the paper in a window of its own, with the browser's question of how to print it. A link cannot say who asks. */
export async function printPage(path: string): Promise<void> {
  const { blob } = await download(path);
  const page = window.open(URL.createObjectURL(blob));
  page?.addEventListener('load', () => page.print());
}
