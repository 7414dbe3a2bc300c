import type { Ask } from '../ask/ask.ts';

export const ADMINISTRATION_USAGE = `管理一套运行中的系统 / to administer a running installation:
  rebuild                       由事件重建全部查询表 / write every read model again from the events
  verify-log                    核对事件哈希链 / verify the hash chain of the event log
  recover [--division 区划]     按数据库核对并恢复全部流程 / compare every workflow with the store and bring back what is missing or stale
  backup --to 文件夹            备份数据库和附件 / save the database and the attachments
  restore --from 文件夹 [--replace]
                                从备份恢复；已有数据时须加 --replace / put a backup back; over data that is there only with --replace`;

/** Everything that can be typed after `npm run -s quancheng --`. */
export function usage(asks: Readonly<Record<string, Ask>>): string {
  const lines = Object.entries(asks).map(
    ([name, { title, usage: how }]) => `  ${`${name} ${how}`.trim()}\n      ${title.zh} / ${title.en}`,
  );
  return `npm run -s quancheng -- 命令 command

问规则，无需任何服务 / to ask the rules, without any server:
${lines.join('\n')}
  每个都可加 --batch：标准输入一行一个 JSON 对象，逐行按序作答
      each takes --batch: one JSON object a line on standard input, one answer a line in the same order

${ADMINISTRATION_USAGE}

结果为标准输出的 JSON。退出码：0 已作答；1 已作答，但有被拒绝的或有差错；2 用法不对
answers are JSON on standard output. Exit codes: 0 answered; 1 answered, something was refused or has faults; 2 used wrongly`;
}
