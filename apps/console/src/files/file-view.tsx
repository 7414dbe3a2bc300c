import { Card, Steps, Tag } from 'antd';
import { ActionPanel } from '../actions/panel.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { Findings, findingsOf } from './findings.tsx';
import { PaperList } from './paper-list.tsx';
import { type FileAddress, useActions, useCatalogue, useFile } from './read.ts';
import { currentOf, stepsOf } from './stage-path.ts';
import { Standings } from './standings.tsx';
import { Submissions } from './submissions.tsx';
import { Timeline } from './timeline.tsx';
import { Versions } from './versions.tsx';

/** One file: where it stands, what may be done with it, its papers and what happened. */
export function FileView({ address }: { address: FileAddress }) {
  const actions = useActions(address);
  return (
    <>
      <StagePath address={address} />
      <Card size="small" className="part" title={<h3>可以办理</h3>}>
        {actions.error && <RefusalNote refused={actions.error} />}
        {actions.data && (
          <ActionPanel collection={address.collection} id={address.id} actions={actions.data.actions} />
        )}
      </Card>
      {address.collection === 'project-years' && <OfTheYear address={address} />}
      <div className="beside">
        <Card size="small" className="part" title={<h3>办理经过</h3>}>
          <Timeline address={address} />
        </Card>
        <Card size="small" className="part" title={<h3>表单与附件</h3>}>
          <PaperList address={address} />
        </Card>
      </div>
    </>
  );
}

/** What a year of goal and money has beside every other file: what machines saw in it, how it came to be, and where it stands. */
function OfTheYear({ address }: { address: FileAddress }) {
  const file = useFile(address);
  const findings = file.data === undefined ? [] : findingsOf(file.data.state);
  return (
    <>
      {findings.length > 0 && (
        <Card size="small" className="part" title={<h3>机器检查（{findings.length} 处，仅提示）</h3>}>
          <Findings findings={findings} />
        </Card>
      )}
      <Card size="small" className="part" title={<h3>评审经过</h3>}>
        <Submissions address={address} />
      </Card>
      <Card size="small" className="part" title={<h3>版本对照</h3>}>
        <Versions address={address} />
      </Card>
      <Standings address={address} />
    </>
  );
}

function StagePath({ address }: { address: FileAddress }) {
  const file = useFile(address);
  const catalogue = useCatalogue();
  if (!file.data || !catalogue.data) return null;
  const { stage, stageTitle } = file.data;
  const words = catalogue.data.collections.find(({ collection }) => collection === address.collection);
  const steps = stepsOf(address.collection, stage, words?.stages ?? []);
  return (
    <section aria-label={`环节：${stageTitle.zh}`} className="part">
      {steps.length === 0 ? (
        <Tag>{stageTitle.zh}</Tag>
      ) : (
        <Steps size="small" responsive titlePlacement="vertical" current={currentOf(steps)} items={steps} />
      )}
    </section>
  );
}
