import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aggregates } from '@quancheng/domain';
import { lifeCycle, withPicture } from '../../infra/golden/life-cycle.ts';
import { ROOT } from './rooms.ts';

describe('the README', () => {
  it('shows the life of a project-year as its transition table has it (renew with npm run golden)', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    expect(readme).toBe(withPicture(readme, lifeCycle(aggregates['project-year'])));
  });
});

describe('the glossary', () => {
  const glossary = readFileSync(path.join(ROOT, 'infra/glossary.md'), 'utf8');

  it.each(Object.keys(aggregates))('has a word for %s', (name) => {
    expect(glossary).toContain(`\`${name}\``);
  });
});
