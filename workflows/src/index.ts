/** Where the bundler finds the workflows. A path, because workflow code never runs outside its sandbox. */
export const workflowsPath: string = new URL('./workflows.ts', import.meta.url).pathname;
