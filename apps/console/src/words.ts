import type { Words } from '@quancheng/kernel';

/** Pages are read by clerks of a Chinese bureau: the Chinese words, always. */
export const zh = (words: Words): string => words.zh;

export const days = (count: number): string => `${count} 天`;
