import { TestWorkflowEnvironment } from '@temporalio/testing';

// Run as a program: fetches the official development server into a folder, the only way in which the SDK offers it.
const [downloadDir = '.', version = 'default'] = process.argv.slice(2);
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir, version } },
});
await environment.teardown();
