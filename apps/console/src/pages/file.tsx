import { Spin, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import { FileView } from '../files/file-view.tsx';
import { isValues } from '../files/papers.ts';
import { useCatalogue, useFile, useWaits } from '../files/read.ts';
import { Waiting } from '../files/waiting.tsx';
import { RefusalNote } from '../parts/refusal.tsx';

/** A file by itself: an evaluation for those who see no more of the project, a budget year. */
export function FilePage() {
  const { collection = '', id = '' } = useParams();
  const address = { collection, id };
  const file = useFile(address);
  const catalogue = useCatalogue();
  const [waits] = useWaits([address]);
  if (file.error) return <RefusalNote refused={file.error} />;
  if (!file.data) return <Spin fullscreen description="正在打开" />;
  const kind = catalogue.data?.collections.find((one) => one.collection === collection)?.title.zh ?? '';
  const { identity, object } = file.data.state;
  const {
    projectId,
    projectName,
    kind: objectKind,
  } = isValues(object) ? object : isValues(identity) ? identity : {};
  return (
    <>
      <Typography.Title level={1} className="title">
        {kind} {typeof projectName === 'string' ? projectName : id}
      </Typography.Title>
      <p>
        {id}
        {typeof projectId === 'string' && objectKind !== 'policy' && (
          <>
            {' · '}
            <Link to={`/projects/${encodeURIComponent(projectId)}`}>所属项目</Link>
          </>
        )}
      </p>
      <section aria-labelledby="waiting">
        <h2 id="waiting">在等谁</h2>
        {waits?.error && <RefusalNote refused={waits.error} />}
        {waits?.data && <Waiting waits={waits.data.waiting.map((wait) => ({ file: null, wait }))} />}
      </section>
      <section aria-labelledby="file">
        <h2 id="file">办理</h2>
        <FileView address={address} />
      </section>
    </>
  );
}
