import { readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** The kinds of file a paper comes as, each with the type it is handed out under. */
export const ATTACHMENT_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  txt: 'text/plain',
};

const TEXTS = ['csv', 'txt'];
const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The kind of a file by what it holds, whatever it is called; null where it is none that we take. Only texts have no mark of
 * their own: their ending names them, and they must be text indeed.
 */
export async function kindOfFile(file: string, name: string): Promise<string | null> {
  const found = await fileTypeFromFile(file);
  if (found !== undefined) return Object.hasOwn(ATTACHMENT_TYPES, found.ext) ? found.ext : null;
  const ending = endingOf(name);
  return TEXTS.includes(ending) && isText(await readFile(file)) ? ending : null;
}

/** In one of the ways in which office programs here write texts: UTF-16 says so by its mark, the others have no zero byte. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return reads(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return reads(bytes, 'utf-16be');
  return !bytes.includes(0) && ['utf-8', 'gb18030'].some((encoding) => reads(bytes, encoding));
}

function reads(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
