import { useQueryClient } from '@tanstack/react-query';
import { Button, Layout as AntLayout, Modal, Select, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { Link, NavLink, Outlet } from 'react-router';
import { Refused, SIGN_IN_LAPSED } from './api.ts';
import { type Me, useMe } from './me.ts';
import { SignInPage } from './pages/sign-in.tsx';
import { RefusalNote } from './parts/refusal.tsx';
import { chosenPost, choosePost, currentUser, signInBeside, signOut } from './session.ts';

/** What stands around every page: who is signed in, from which post, and the ways to the lists. */
export function Layout() {
  const [signedIn, setSignedIn] = useState<boolean | null>(null);
  useEffect(() => void currentUser().then((user) => setSignedIn(user !== null && user.expired !== true)), []);
  if (signedIn === null) return <Spin fullscreen description="正在打开" />;
  return signedIn ? <Frame /> : <SignInPage />;
}

function Frame() {
  const me = useMe();
  return (
    <AntLayout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <AntLayout.Header className="bar">
        <Link to="/" className="mark">
          全程
        </Link>
        <Ways me={me.data} />
        {me.data && <Who me={me.data} />}
      </AntLayout.Header>
      <main id="main" tabIndex={-1} className="page">
        {me.error instanceof Refused && me.error.status !== 401 ? <NoPost refused={me.error} /> : <Outlet />}
      </main>
      <SignInAgain />
    </AntLayout>
  );
}

function Ways({ me }: { me: Me | undefined }) {
  return (
    <nav aria-label="主要栏目">
      <NavLink to="/" end>
        待办
      </NavLink>
      {/* Outsiders see the files they were named for, from their to-do list, and no lists. */}
      {me?.reach !== 'assigned' && <NavLink to="/projects">项目</NavLink>}
      {me?.reach !== 'assigned' && <NavLink to="/indicators">指标库</NavLink>}
      <NavLink to="/notices">通知</NavLink>
      {me?.reach !== 'assigned' && <NavLink to="/jobs">批量</NavLink>}
    </nav>
  );
}

function Who({ me }: { me: Me }) {
  return (
    <>
      <span className="who">
        {me.name ?? me.personId} · {me.title.zh}（{me.unit}）· 业务日期 {me.now.slice(0, 10)}
      </span>
      {me.posts.length > 1 && <ChoosePost me={me} />}
      <Button ghost size="small" onClick={() => void signOut()}>
        退出
      </Button>
    </>
  );
}

/** One person may hold several posts; each speaks for itself, so all that was read is read anew. */
function ChoosePost({ me }: { me: Me }) {
  const queries = useQueryClient();
  return (
    <Select
      aria-label="选择岗位"
      value={chosenPost() ?? `${me.role}@${me.unit}`}
      style={{ minWidth: 200 }}
      options={me.posts.map(({ choose, title, unit, unitName, actingFor }) => ({
        value: choose,
        label: `${title.zh} · ${unitName ?? unit}${actingFor === null ? '' : '（代办）'}`,
      }))}
      onChange={(post) => {
        choosePost(post);
        void queries.resetQueries();
      }}
    />
  );
}

/** Nothing can be shown without a post; the way out is another post or another person. */
function NoPost({ refused }: { refused: Refused }) {
  const posts = (refused.more.posts ?? []) as readonly {
    choose: string;
    title: { zh: string };
    unit: string;
  }[];
  const queries = useQueryClient();
  return (
    <>
      <RefusalNote refused={refused} />
      {posts.map(({ choose, title, unit }) => (
        <Button
          key={choose}
          onClick={() => {
            choosePost(choose);
            void queries.resetQueries();
          }}
        >
          以{title.zh}（{unit}）办理
        </Button>
      ))}
      <Button onClick={() => void signOut()}>换人登录</Button>
    </>
  );
}

/** A sign-in that ends in the middle of a form: the form stays, and the person signs in again beside it. */
function SignInAgain() {
  const [lapsed, setLapsed] = useState(false);
  const queries = useQueryClient();
  useEffect(() => {
    const note = () => setLapsed(true);
    window.addEventListener(SIGN_IN_LAPSED, note);
    return () => window.removeEventListener(SIGN_IN_LAPSED, note);
  }, []);
  const again = async () => {
    await signInBeside();
    setLapsed(false);
    await queries.invalidateQueries();
  };
  return (
    <Modal
      open={lapsed}
      title="登录已过期"
      okText="重新登录"
      cancelText="稍后"
      onOk={() => again().catch(() => undefined)}
      onCancel={() => setLapsed(false)}
    >
      您填写的内容仍在页面上。请在新窗口重新登录，然后继续办理。
    </Modal>
  );
}
