import { startRelay } from './relay.ts';
import { settingsFrom } from './settings.ts';

try {
  const running = await startRelay(settingsFrom(process.env));
  const stop = () => void running.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
