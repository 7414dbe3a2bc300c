import { Button, Result } from 'antd';

/** A fault of the page itself: the rest of the system stands, so the way on is to load it again. */
export function Wrong() {
  return (
    <main>
      <Result
        status="error"
        title="页面出错"
        subTitle="已提交的内容都已保存。请重新打开页面；仍有问题请告知系统管理员。"
        extra={
          <Button type="primary" onClick={() => location.reload()}>
            重新打开
          </Button>
        }
      />
    </main>
  );
}
