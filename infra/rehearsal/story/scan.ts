import { createHash } from 'node:crypto';

/** The stamped paper of whoever does not sign online: an invented scan of one white pixel. */
export const scanFile = {
  name: '盖章扫描件（演示）.png',
  type: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
} as const;

export const stampedScan = {
  mode: 'stamped-scan',
  sha256: createHash('sha256').update(scanFile.bytes).digest('hex'),
} as const;
