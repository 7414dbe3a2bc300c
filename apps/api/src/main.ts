import { createApi } from './create-api.ts';
import { readSettings, SettingsFault, type Settings } from './settings.ts';

function settingsOrEnd(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    process.stderr.write(`设置有误 / settings do not hold:\n${error.faults.join('\n')}\n`);
    process.exit(78);
  }
}

const settings = settingsOrEnd();
const app = await createApi(settings);
await app.listen(settings.port, settings.host);
process.stdout.write(`API 就绪 / ready: ${settings.publicUrl}/docs\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close());
