import { Button, Result, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { finishSignIn } from '../session.ts';

// A code is good for one use, and React's strict mode asks twice.
let finishing: Promise<string | null> | undefined;

export function SignedInPage() {
  const go = useNavigate();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    finishing ??= finishSignIn();
    finishing.then(
      (address) => address !== null && go(address, { replace: true }),
      () => setFailed(true),
    );
  }, [go]);
  if (!failed) return <Spin fullscreen description="正在登录" />;
  return (
    <main>
      <Result
        status="warning"
        title="登录没有完成"
        subTitle="登录页面可能已过期，请重新登录。"
        extra={
          <Button type="primary" href="/">
            重新登录
          </Button>
        }
      />
    </main>
  );
}
