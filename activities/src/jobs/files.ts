/** Where the bytes of an uploaded file are; null where there is none of that sha256. */
export interface UploadedFiles {
  bytes(division: string, sha256: string): Promise<Uint8Array | null>;
}
