export {
  type Attachment,
  type Attachments,
  type HandedIn,
  openAttachments,
  tooLarge,
} from './attachments.ts';
export { folderStorage } from './folder.ts';
export { ATTACHMENT_MIGRATIONS } from './migrations.ts';
export type { Received, Storage } from './storage.ts';
export { ATTACHMENT_TYPES } from './types.ts';
