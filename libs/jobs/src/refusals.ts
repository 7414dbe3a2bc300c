import { type Refusal, refuse } from '@quancheng/kernel';

/** Why a job cannot be taken as a whole. */

export const unknownKind = (kind: string): Refusal =>
  refuse({
    code: 'JOB_KIND_UNKNOWN',
    because: {
      zh: `没有批量事项“${kind.slice(0, 60)}”`,
      en: `there is no job of kind "${kind.slice(0, 60)}"`,
    },
    remedy: { zh: '请核对事项种类', en: 'check the kind' },
    fields: [{ field: 'kind', code: 'unknown', because: { zh: '种类不存在', en: 'no such kind' } }],
  });

export const fileMissing = (): Refusal =>
  refuse({
    code: 'JOB_FILE_MISSING',
    because: { zh: '没有找到要导入的文件', en: 'the file to be imported was not found' },
    remedy: { zh: '请先上传文件，再以其摘要提交', en: 'upload the file first and give its sha256' },
    fields: [{ field: 'file.sha256', code: 'not_found', because: { zh: '未上传', en: 'not uploaded' } }],
  });
