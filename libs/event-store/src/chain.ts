import { createHash } from 'node:crypto';

/** The hash before the first event. */
export const GENESIS: Buffer = Buffer.alloc(32);

export type Link = { readonly seq: number; readonly eventId: string; readonly commitment: Uint8Array };

/** sha256(previous hash ‖ number, 8 bytes big-endian ‖ the event id's 16 bytes ‖ commitment). */
export function linkHash(previous: Uint8Array, { seq, eventId, commitment }: Link): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(seq));
  const id = Buffer.from(eventId.replaceAll('-', ''), 'hex');
  return createHash('sha256').update(previous).update(number).update(id).update(commitment).digest();
}
