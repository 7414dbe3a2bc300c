import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const apiSources = new URL('../../apps/api/src/', import.meta.url).href;

const options = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2024',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
};

// NestJS reads the types of constructor parameters at run time. Node only strips types, so the files of the API, and no
// others, go through swc, which writes that metadata. Everything else is left to Node.
registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith(apiSources) || !url.endsWith('.ts')) return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
