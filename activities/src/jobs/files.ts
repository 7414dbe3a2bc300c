import { buffer } from 'node:stream/consumers';
import { folderStorage, openAttachments } from '@quancheng/attachments';
import type { Store } from '@quancheng/event-store';

/** Where the bytes of an uploaded file are; null where there is none of that sha256. */
export interface UploadedFiles {
  bytes(division: string, sha256: string): Promise<Uint8Array | null>;
}

/** The files that were handed in at the API's door. */
export function uploadedFiles(store: Store, folder: string): UploadedFiles {
  // Here files are only read; no size is taken in.
  const attachments = openAttachments({ store, storage: folderStorage(folder), limitBytes: 0 });
  return {
    async bytes(division, sha256) {
      const found = await attachments.open(division, sha256);
      return found === null ? null : await buffer(found.content);
    },
  };
}
