import { Alert, Button, Card, Typography } from 'antd';
import { useState } from 'react';
import { signIn } from '../session.ts';

export function SignInPage() {
  const [failed, setFailed] = useState(false);
  return (
    <main
      id="main"
      style={{ display: 'grid', placeItems: 'center', minHeight: '100vh', background: '#f5f5f5' }}
    >
      <Card style={{ width: 440, maxWidth: '92vw', textAlign: 'center' }}>
        <Typography.Title level={1} style={{ fontSize: 30, marginTop: 8 }}>
          全程
        </Typography.Title>
        <Typography.Paragraph>全过程预算绩效管理</Typography.Paragraph>
        {failed && (
          <Alert
            type="error"
            showIcon
            title="暂时连接不上统一身份认证，请稍后重试"
            style={{ marginBottom: 16 }}
          />
        )}
        <Button type="primary" size="large" block onClick={() => void signIn().catch(() => setFailed(true))}>
          登录
        </Button>
      </Card>
    </main>
  );
}
