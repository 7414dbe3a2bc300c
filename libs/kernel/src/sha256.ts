/** The digest by which a content is named: 64 hex digits, in lower case. */
export const SHA256 = /^[0-9a-f]{64}$/;
