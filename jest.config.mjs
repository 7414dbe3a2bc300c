/** One configuration for every room. ESM throughout: NestJS 12 is pure ESM, and so are we. */
export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/.nx/', '<rootDir>/.quancheng/'],
  modulePathIgnorePatterns: ['<rootDir>/.nx/', '<rootDir>/.quancheng/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2024',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Two at a time: the suite also runs three servers, and must fit a machine of two cores.
  maxWorkers: 2,
  // Modules of finished spec files stay in a worker's memory: one that has grown so far is begun anew before its next file.
  workerIdleMemoryLimit: '1500MB',
  // Patience, not a measure: a busy machine of two cores may take long over what takes seconds.
  testTimeout: 180_000,
};
