import type { AskedField } from '@quancheng/forms';
import type { PlainDate, Words } from '@quancheng/kernel';
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useParams } from 'react-router';
import { get } from '../api.ts';
import { isValues, textOf, type Values } from '../forms/values.ts';
import { type Me, useMe } from '../me.ts';
import { RefusalNote } from '../parts/refusal.tsx';
import { beginningOf } from './begin.ts';
import { draftName } from './draft.ts';
import { ActionForm } from './form.tsx';

export interface CommandForm {
  readonly command: string;
  readonly title: Words;
  readonly fields: readonly AskedField[];
}

export interface FileRead {
  readonly id: string;
  readonly version: number;
  readonly stageTitle: Words;
  readonly state: Values;
}

/** One thing that is done with one file: its form, the check, the answer. An address of its own, so that a sign-in leads back to it. */
export function ActionPage() {
  const { collection = '', id = '', command = '' } = useParams();
  const me = useMe();
  const form = useQuery({
    queryKey: ['command', collection, command],
    queryFn: () => get<CommandForm>(`/api/commands/${collection}/${command}`),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const path = `/api/${collection}/${encodeURIComponent(id)}`;
  // What a person fills in must not change under the hands: it is read once, and again when the person asks for it.
  const file = useQuery({
    queryKey: ['act', collection, id, command],
    queryFn: () => get<FileRead>(path),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const failed = me.error ?? form.error ?? file.error;
  if (failed && !(me.data && form.data && file.data)) return <RefusalNote refused={failed} />;
  if (!me.data || !form.data || !file.data) return <Spin fullscreen description="正在打开" />;
  const { fields } = form.data;
  const today = me.data.now.slice(0, 10) as PlainDate;
  const address = `${collection}/${command}`;
  return (
    <ActionForm
      key={`${me.data.personId} ${path} ${command}`}
      path={path}
      form={form.data}
      file={file.data}
      address={address}
      beginIn={(state) => beginningOf(address, { fields, state, today })}
      draftName={draftName(me.data.personId, `${collection}/${id}`, command)}
      home={homeOf(collection, file.data, me.data.reach)}
      onReload={async () => void (await file.refetch())}
    />
  );
}

/** The page a person came from: the project that the file belongs to; for those who see no projects, the file itself. */
function homeOf(collection: string, { id, state }: FileRead, reach: Me['reach']): string {
  const { identity, object } = state;
  const projectId =
    collection === 'projects'
      ? id
      : textOf(isValues(identity) ? identity.projectId : isValues(object) ? object.projectId : '');
  if (projectId === '' || reach === 'assigned') return `/files/${collection}/${encodeURIComponent(id)}`;
  const file = new URLSearchParams({ file: `${collection}/${id}` });
  return `/projects/${encodeURIComponent(projectId)}?${file}`;
}
