import type { AskedField } from '@quancheng/forms';
import { type FieldFault, refuse } from '@quancheng/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Typography } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { post, Refused } from '../api.ts';
import { Findings } from '../files/findings.tsx';
import { CheckAnswers } from '../forms/check.tsx';
import { FaultSummary } from '../forms/faults.tsx';
import '../forms/forms.css';
import { FormSheet, idOf } from '../forms/sheet.tsx';
import { missing, sendable, type Values } from '../forms/values.ts';
import { helpersOf } from '../indicators/helpers.tsx';
import { PaperOfForm } from '../papers/panel.tsx';
import type { Begun } from './begin.ts';
import { type Draft, useDraft } from './draft.ts';
import type { CommandForm, FileRead } from './page.tsx';
import { ReviewSoFar } from './review-so-far.tsx';

const LATE: readonly AskedField[] = [
  {
    name: 'happenedOn',
    kind: 'date',
    label: { zh: '实际发生日期', en: 'the day it happened' },
    help: { zh: '事后补录时填写，不填即今天', en: 'only when it is entered later; today when blank' },
    required: false,
  },
  {
    name: 'lateReason',
    kind: 'text',
    label: { zh: '补录原因', en: 'why it is entered late' },
    help: { zh: '', en: '' },
    required: false,
  },
];

interface Parts {
  readonly path: string;
  readonly form: CommandForm;
  readonly file: FileRead;
  /** Of the command, `project-years/declare`. */
  readonly address: string;
  /** What the form starts with where the file stands so. */
  readonly beginIn: (state: Values) => Begun;
  readonly draftName: string;
  readonly home: string;
  readonly onReload: () => Promise<void>;
}

const bodyOf = ({ fields }: CommandForm, { data, late }: Draft) => ({
  data: sendable(fields, data),
  ...sendable(LATE, late),
});

/** Fill in, check, send. Nothing typed is lost on the way: not by a refusal, not by a closed browser. */
export function ActionForm(parts: Parts) {
  const { form, file, beginIn, home } = parts;
  const begun = useMemo(() => beginIn(file.state), [beginIn, file]);
  const { draft, restored, change, forget } = useDraft(parts.draftName, begun.data);
  const [step, setStep] = useState<'fill' | 'check'>('fill');
  const { refused, times, setRefused } = useRefusal();
  const go = useFieldFocus(() => setStep('fill'));
  const { send, sending } = useSending({ ...parts, draft, change, forget, onRefused: setRefused });
  const helpers = helpersOf({ ...parts, data: draft.data, onChange: (data) => change({ data }) });
  const faults = refused?.refusal.fields ?? [];
  const messages = useMemo(() => new Map(faults.map(({ field, because }) => [field, because.zh])), [faults]);
  const check = () => {
    const blank = missing(form.fields, draft.data);
    setRefused(blank.length === 0 ? null : incomplete(blank));
    if (blank.length === 0) setStep('check');
  };
  return (
    <div className="sheet">
      <Link to={home}>返回</Link>
      <Heading key={step} text={step === 'fill' ? form.title.zh : `核对：${form.title.zh}`} />
      <Typography.Paragraph>
        {file.id} · 当前环节：{file.stageTitle.zh}
      </Typography.Paragraph>
      {refused !== null && (
        <RefusedNote
          key={times}
          refused={refused}
          parts={parts}
          draft={draft}
          onGo={go}
          onGone={() => setRefused(null)}
        />
      )}
      {step === 'fill' ? (
        <>
          {restored !== null && <Restored savedAt={restored.savedAt} onForget={forget} />}
          {helpers.above}
          <PaperOfForm {...parts} data={draft.data} onChange={(data) => change({ data })} />
          {begun.findings.length > 0 && (
            <Alert
              type="warning"
              title="上次保存时的机器检查（仅提示，不影响提交）"
              description={<Findings findings={begun.findings} onGo={(field) => go(`form.${field}`)} />}
            />
          )}
          <FormSheet
            fields={form.fields}
            values={draft.data}
            onChange={(data) => change({ data })}
            faults={messages}
            captions={begun.captions}
            notes={begun.notes}
            phrases={begun.phrases}
            helpers={helpers.beside}
          />
          <details>
            <summary>事后补录</summary>
            <FormSheet
              fields={LATE}
              values={draft.late}
              onChange={(late) => change({ late })}
              faults={messages}
              captions={begun.captions}
            />
          </details>
          {form.command === 'review-goal' && <ReviewSoFar values={draft.data} by={begun.reviewedBy} />}
          <Button type="primary" onClick={check}>
            下一步：核对
          </Button>
        </>
      ) : (
        <>
          <CheckAnswers fields={form.fields} values={draft.data} onMend={go} />
          <CheckAnswers fields={LATE} values={draft.late} onMend={go} />
          <div className="actions">
            <Button onClick={() => setStep('fill')}>返回修改</Button>
            <Button type="primary" loading={sending} onClick={() => void send()}>
              确认提交
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** Leads to a field wherever it stands; on the check step the form comes back first. */
function useFieldFocus(openForm: () => void) {
  const target = useRef<string | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked === 0 || target.current === null) return;
    const place = document.getElementById(idOf(target.current));
    const inner = place?.matches('fieldset, .entry')
      ? place.querySelector('input, textarea, select, button')
      : null;
    const found = (inner ?? place) as HTMLElement | null;
    found?.focus();
    found?.scrollIntoView({ block: 'center' });
    target.current = null;
  }, [asked]);
  const go = (address: string) => {
    target.current = address;
    openForm();
    setAsked((times) => times + 1);
  };
  return go;
}

/** Each refusal counts as a new one, also where it says the same again: the reader is taken to it. */
function useRefusal() {
  const [{ refused, times }, setNoted] = useState<{ refused: Refused | null; times: number }>({
    refused: null,
    times: 0,
  });
  const setRefused = (next: Refused | null) =>
    setNoted((before) => ({ refused: next, times: before.times + 1 }));
  return { refused, times, setRefused };
}

/** A new step begins at its heading, for those who do not see the page change. */
function Heading({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Typography.Title level={1} style={{ fontSize: 24 }} ref={heading} tabIndex={-1}>
      {text}
    </Typography.Title>
  );
}

interface Sending extends Parts {
  readonly draft: Draft;
  readonly change: (more: Partial<Draft>) => Draft;
  readonly forget: () => void;
  readonly onRefused: (refused: Refused | null) => void;
}

function useSending({ path, form, file, home, draft, change, forget, onRefused }: Sending) {
  const [sending, setSending] = useState(false);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const goTo = useNavigate();
  const send = async () => {
    const content = bodyOf(form, draft);
    const body = JSON.stringify(content);
    const key = draft.sent?.body === body ? draft.sent.key : crypto.randomUUID();
    change({ sent: { key, body } });
    setSending(true);
    try {
      await post(`${path}/${form.command}`, content, { idempotencyKey: key, version: file.version });
      forget();
      void message.success(`已办理：${form.title.zh}`);
      await queries.invalidateQueries();
      await goTo(home);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      onRefused(error);
    } finally {
      setSending(false);
    }
  };
  return { send, sending };
}

const incomplete = (fields: readonly FieldFault[]): Refused =>
  new Refused(
    422,
    refuse({
      code: 'FORM_INVALID',
      because: { zh: `还有 ${fields.length} 处未填`, en: `${fields.length} field(s) are blank` },
      remedy: { zh: '请补充后再核对', en: 'fill them in, then go on' },
      fields,
    }),
  );

interface NoteParts {
  readonly refused: Refused;
  readonly parts: Parts;
  readonly draft: Draft;
  readonly onGo: (address: string) => void;
  readonly onGone: () => void;
}

function RefusedNote({ refused, parts: { form, onReload }, draft, onGo, onGone }: NoteParts) {
  const { code, because, remedy, clause, fields = [] } = refused.refusal;
  const changes = (refused.more.changes ?? []) as readonly { title: { zh: string }; recordedAt: string }[];
  return (
    <>
      <FaultSummary
        title={because.zh}
        remedy={remedy.zh}
        clause={clause}
        faults={fields}
        fields={[...form.fields, ...LATE]}
        values={{ ...draft.late, ...draft.data }}
        onGo={onGo}
      />
      {code === 'STALE_VERSION' && (
        <Alert
          type="warning"
          title="您打开表格以后，该事项有新的变化"
          description={changes
            .map(({ title, recordedAt }) => `${recordedAt.slice(0, 16)} ${title.zh}`)
            .join('；')}
          action={<Button onClick={() => void onReload().then(onGone)}>按最新情况继续</Button>}
        />
      )}
    </>
  );
}

function Restored({ savedAt, onForget }: { savedAt: string; onForget: () => void }) {
  return (
    <Alert
      type="info"
      showIcon
      title={`已恢复您上次填写的内容（${new Date(savedAt).toLocaleString('zh-CN')}）`}
      action={<Button onClick={onForget}>清空重填</Button>}
    />
  );
}
