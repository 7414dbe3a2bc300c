import { z } from 'zod';

const settingsSchema = z.object({
  WRITER_DATABASE_URL: z.url(),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535),
  /** Where the workflow bundle is kept between starts; bundled anew each time when absent. */
  QUANCHENG_DATA: z.string().optional(),
  ATTACHMENTS_FOLDER: z.string().default('.quancheng/data/attachments'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type WorkerSettings = z.output<typeof settingsSchema>;

/** All faults at once, in plain words; the caller prints them and ends. */
export function readWorkerSettings(env: NodeJS.ProcessEnv): WorkerSettings | { faults: string[] } {
  const parsed = settingsSchema.safeParse(env);
  if (parsed.success) return parsed.data;
  return { faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
}
