import path from 'node:path';
import { workflowsPath } from '@quancheng/workflows';
import { bundleWorkflowCode } from '@temporalio/worker';

export interface Plant {
  /** The end of a module's path. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const silent = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** The workflow bundle as it would be after a change of one place. */
export async function bundleWith(plant: Plant): Promise<{ code: string }> {
  return await bundleWorkflowCode({
    workflowsPath,
    logger: silent,
    webpackConfigHook: (config) => {
      config.module?.rules?.push({
        test: (file: string) => file.endsWith(plant.file),
        enforce: 'pre',
        loader: path.join(import.meta.dirname, 'plant-loader.cjs'),
        options: plant,
      });
      return config;
    },
  });
}
