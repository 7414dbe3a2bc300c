import type { NoticeSettings } from '@quancheng/activities';
import { z } from 'zod';

const settingsSchema = z.object({
  WRITER_DATABASE_URL: z.url(),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535),
  /** Where the workflow bundle is kept between starts; bundled anew each time when absent. */
  QUANCHENG_DATA: z.string().optional(),
  ATTACHMENTS_FOLDER: z.string().default('.quancheng/data/attachments'),
  /** Without it no mail is sent. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'expected smtp://user:password@host:port')
    .optional(),
  MAIL_FROM: z.string().min(1).optional(),
  /** Without it no short messages are sent. */
  SMS_LOG: z.string().optional(),
  /** Where people sign in. */
  API_PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type WorkerSettings = z.output<typeof settingsSchema>;

/** All faults at once, in plain words; the caller prints them and ends. */
export function readWorkerSettings(env: NodeJS.ProcessEnv): WorkerSettings | { faults: string[] } {
  const parsed = settingsSchema.safeParse(env);
  if (parsed.success) return parsed.data;
  return { faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
}

const SENDER = '全程 <notices@quancheng.invalid>';

export function noticeSettings(settings: WorkerSettings): NoticeSettings {
  const { SMTP_URL: url, MAIL_FROM: from = SENDER, SMS_LOG: smsLog, API_PUBLIC_URL: workAt } = settings;
  return {
    mail: url === undefined ? null : { url, from, workAt: workAt ?? null },
    smsLog: smsLog ?? null,
  };
}
