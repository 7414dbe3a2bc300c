import { zip } from '@cj-tech-master/excelts/archive';

/** One file of a package. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files in one zip, in their order and as they are: an xlsx is packed already. The same files give the same bytes. */
export async function packed(files: readonly PackedFile[]): Promise<Uint8Array> {
  const archive = zip({ reproducible: true, noSort: true, level: 0 });
  for (const { name, bytes } of files) archive.add(name, bytes);
  return await archive.bytes();
}
