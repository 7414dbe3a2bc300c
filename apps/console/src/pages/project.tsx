import { useQuery } from '@tanstack/react-query';
import { Spin, Tabs, Typography } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { get, Refused } from '../api.ts';
import { FileView } from '../files/file-view.tsx';
import { type FileAddress, useFile, useWaits } from '../files/read.ts';
import { useUnitName } from '../files/units.ts';
import { byDate, Waiting } from '../files/waiting.tsx';
import { type Year, Years } from '../files/years.tsx';
import { RefusalNote } from '../parts/refusal.tsx';

interface Project {
  readonly identity: {
    readonly name: string;
    readonly unit: string;
    readonly nature: 'new' | 'recurrent';
    readonly plannedEnd?: string | null;
  };
  readonly unitName: string | null;
  readonly years: readonly Year[];
}

interface NamedFile extends FileAddress {
  readonly name: string;
}

/** A project whole: who is waited for, its years side by side, and each of its files. */
export function ProjectPage() {
  const { projectId = '' } = useParams();
  const project = useFile<Project>({ collection: 'projects', id: projectId });
  const evaluations = useEvaluations(projectId);
  if (project.error) return <RefusalNote refused={project.error} />;
  if (!project.data || evaluations === undefined) return <Spin fullscreen description="正在打开" />;
  const { state, stageTitle } = project.data;
  const years = state.years.toSorted((one, other) => other.fiscalYear - one.fiscalYear);
  const files: NamedFile[] = [
    ...years.map(({ fiscalYear }) => ({
      collection: 'project-years',
      id: `${projectId}-${fiscalYear}`,
      name: `${fiscalYear} 年度`,
    })),
    ...evaluations,
    { collection: 'projects', id: projectId, name: '项目' },
  ];
  return (
    <>
      <Typography.Title level={1} className="title">
        {state.identity.name}
      </Typography.Title>
      <Heading id={projectId} project={state} stage={stageTitle.zh} />
      <section aria-labelledby="waiting">
        <h2 id="waiting">在等谁</h2>
        <AllWaits files={files} />
      </section>
      {years.length > 0 && (
        <section aria-labelledby="years">
          <h2 id="years">历年对照</h2>
          <Years projectId={projectId} years={years} />
        </section>
      )}
      <section aria-labelledby="files">
        <h2 id="files">逐项办理</h2>
        <Files files={files} />
      </section>
    </>
  );
}

function Heading({ id, project, stage }: { id: string; project: Project; stage: string }) {
  const unitName = useUnitName();
  const { unit, nature, plannedEnd } = project.identity;
  const said = [
    id,
    project.unitName ?? unitName(unit),
    nature === 'new' ? '新增项目' : '经常性项目',
    stage,
    ...(plannedEnd ? [`计划 ${plannedEnd} 完成`] : []),
  ];
  return <p>{said.join(' · ')}</p>;
}

/** The evaluations of a project; a post that sees no lists sees none of them here. */
function useEvaluations(projectId: string): NamedFile[] | undefined {
  const { data } = useQuery({
    queryKey: ['evaluations', projectId],
    queryFn: () =>
      get<{ items: readonly { id: string; projectId: string }[] }>('/api/evaluations', {
        q: projectId,
      }).catch((refused: unknown) => {
        if (refused instanceof Refused && refused.status === 403) return { items: [] };
        throw refused;
      }),
  });
  return data?.items
    .filter((one) => one.projectId === projectId)
    .map(({ id }) => ({ collection: 'evaluations', id, name: evaluationName(id, projectId) }));
}

function evaluationName(id: string, projectId: string): string {
  const of = id.slice(`E-${projectId}-`.length);
  return /^\d{4}$/.test(of) ? `${of} 年度评价` : '完成评价';
}

function AllWaits({ files }: { files: readonly NamedFile[] }) {
  const answers = useWaits(files);
  const failed = answers.find(({ error }) => error !== null)?.error;
  if (failed) return <RefusalNote refused={failed} />;
  if (answers.some(({ data }) => data === undefined)) return <Spin />;
  const waits = answers.flatMap(({ data }, index) =>
    (data?.waiting ?? []).map((wait) => ({ file: files[index]?.name ?? null, wait })),
  );
  return <Waiting waits={waits.sort(byDate)} />;
}

const keyOf = ({ collection, id }: FileAddress): string => `${collection}/${id}`;

/** Which file is open stands in the address. */
function Files({ files }: { files: readonly NamedFile[] }) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('file');
  const open = files.find((file) => keyOf(file) === asked) ?? files[0];
  return (
    <Tabs
      activeKey={open === undefined ? '' : keyOf(open)}
      onChange={(file) => setSearch({ file }, { replace: true, preventScrollReset: true })}
      destroyOnHidden
      items={files.map((file) => ({
        key: keyOf(file),
        label: file.name,
        children: <FileView address={file} />,
      }))}
    />
  );
}
