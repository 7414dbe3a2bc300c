import { startCatcher } from './catcher.ts';

const [folder = '', smtpPort, pagePort] = process.argv.slice(2);
const catcher = await startCatcher({ folder, smtpPort: Number(smtpPort), pagePort: Number(pagePort) });
process.stdout.write(`mail catcher ready: ${catcher.smtpUrl}, ${catcher.pageUrl}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void catcher.stop().then(() => process.exit(0)));
