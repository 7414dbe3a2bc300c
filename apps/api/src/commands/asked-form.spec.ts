import { describe, expect, it } from '@jest/globals';
import { aggregates } from '@quancheng/domain';
import { type AskedField, goalDeclarationForm, indicatorFields } from '@quancheng/forms';
import { askedForm } from './asked-form.ts';
import { personCommands } from './catalogue.ts';

const commands = Object.values(aggregates).flatMap((aggregate) =>
  personCommands(aggregate).map(([type, kind]) => [`${aggregate.name}.${type}`, kind] as const),
);
const formOf = (name: string): AskedField[] => {
  const kind = commands.find(([known]) => known === name)?.[1];
  if (kind === undefined) throw new Error(`no command ${name}`);
  return askedForm(kind);
};

function everyField(fields: readonly AskedField[]): AskedField[] {
  const inside = (field: AskedField) =>
    field.kind === 'ways' ? field.ways.flatMap((way) => way.fields) : 'fields' in field ? field.fields : [];
  return fields.flatMap((field) => [field, ...everyField(inside(field))]);
}

describe('the form of a command', () => {
  it.each(commands)('%s: every field and every answer has words in both languages', (_name, kind) => {
    for (const field of everyField(askedForm(kind))) {
      const answers = field.kind === 'ways' ? field.ways : 'options' in field ? field.options : [];
      const labels = [...(field.name === '' ? [] : [field.label]), ...answers.map(({ label }) => label)];
      for (const { zh, en } of labels)
        expect([field.name, zh !== '', en !== '']).toEqual([field.name, true, true]);
    }
  });

  it('a paper is asked for as it is, and a draft of it requires nothing', () => {
    const [paper] = formOf('project-year.Declare');
    expect(paper).toMatchObject({ name: 'form', kind: 'group', required: true });
    expect(paper).toHaveProperty('fields', [...goalDeclarationForm.fields]);
    const [draft] = formOf('project-year.SaveDraft') as (AskedField & { kind: 'group' })[];
    expect(draft?.fields.filter(({ required }) => required)).toEqual([]);
  });

  it('a signature is one of two ways, and only a scan asks for a file', () => {
    expect(formOf('project-year.Declare').at(-1)).toMatchObject({
      name: 'signature',
      kind: 'ways',
      by: 'mode',
      ways: [
        { value: 'online', fields: [] },
        { value: 'stamped-scan', fields: [{ name: 'sha256', kind: 'sha256', required: true }] },
      ],
    });
  });

  it('ways that lie in the data itself have no name, and each asks for its own', () => {
    expect(formOf('project-year.DecideDisclosure')).toMatchObject([
      { name: '', kind: 'ways', by: 'decision', ways: [{ value: 'publish' }, { value: 'withhold' }] },
    ]);
  });

  it.each([
    ['project.OpenYear', [{ name: 'fiscalYear', kind: 'number', required: true }]],
    [
      'project.DecideExtension',
      [
        { name: 'grant', kind: 'yes-no' },
        { name: 'opinion', kind: 'text' },
      ],
    ],
    [
      'project-year.RecordPayments',
      [{ name: 'payments', kind: 'rows', fields: [{}, { kind: 'date' }, { kind: 'money' }] }],
    ],
    ['evaluation.ReturnKeyReport', [{ name: 'remarks', kind: 'list', required: true }]],
  ])('%s: %j', (name, fields) => expect(formOf(name)).toMatchObject(fields));

  it('an indicator is the same wherever it is asked for', () => {
    const revision = formOf('project-year.Resubmit').find(({ name }) => name === 'goalRevision');
    const [, indicators] = (revision as AskedField & { kind: 'group' }).fields;
    expect(indicators).toMatchObject({ kind: 'rows', fields: indicatorFields });
  });
});
