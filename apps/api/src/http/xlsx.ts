import { StreamableFile } from '@nestjs/common';
import { attachmentHeader } from '../attachments/upload.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file for an office program, to be saved under its name. */
export const xlsxFile = (bytes: Uint8Array, name: string): StreamableFile =>
  new StreamableFile(bytes, { type: XLSX, length: bytes.length, disposition: attachmentHeader(name) });
