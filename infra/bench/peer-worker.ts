import path from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const [address = '', namespace = 'default'] = process.argv.slice(2);
Runtime.install({ logger: new DefaultLogger('ERROR') });
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  namespace,
  taskQueue: 'bench-peer',
  workflowsPath: path.join(import.meta.dirname, 'peer-workflow.ts'),
  activities: { nothing: async () => undefined },
});
await worker.run();
