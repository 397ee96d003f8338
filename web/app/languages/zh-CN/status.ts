import type { Translated } from '../catalogue.ts';
import type { status as english } from '../en/status.ts';

export const status = {
  title: '运行状态',
  description: 'Colloquy 所依赖的服务是否正常。本页会自动更新。',
  parts: {
    title: '各项服务',
    name: {
      database: '数据库',
      knowledge: '知识库',
      temporal: 'Temporal',
      worker: 'Worker',
      models: '模型',
      mail: '邮件',
    },
    state: {
      ok: '正常',
      degraded: '需要处理',
      down: '不可用',
      unused: '未使用',
    },
    meaning: {
      database: '缺少它，任何页面都无法显示。',
      knowledge: '缺少它，智能体无法查阅文档，也无法导入文档。',
      temporal: '缺少它，对话会停住，也无法开始新的对话。',
      worker: '没有 Worker，对话会停住。',
      models: '过去一小时内本项目的调用结果。',
      mail: '过去一天内本项目的邮件投递结果。',
    },
  },
  queue: {
    title: '等待 Worker 处理',
    unknown: 'Temporal 没有提供排队情况。',
    side: { workflow: '对话的步骤', activity: '模型与工具调用，以及数据存储' },
    none: '没有等待的任务。',
    tasks_other: '{{count, number}} 个任务在等待，最早的已等待 {{age}}。',
    pollers_other: '{{count, number}} 个 Worker 在领取任务。',
  },
  workers: {
    title: 'Worker',
    none: '最近几分钟没有 Worker 领取任务。',
    unknown: 'Temporal 没有提供 Worker 列表。',
    noBuild: '不属于任何部署',
    build: '构建 <code>{{build}}</code>',
    polled: '<time/>领取过任务',
    toBuilds: '构建及其对话',
  },
  backups: {
    title: '备份',
    newest: '最新备份',
    state: {
      ok: '按时',
      old: '过旧',
      not_set_up: '未设置',
      unreadable: '无法读取',
    },
    made: '<code>{{name}}</code>，{{size}}，创建于<time/>',
    none: '还没有备份。如何创建，见 docs/backup.md。',
    notSetUp: 'Web 进程不知道备份存放在哪里：请设置 BACKUP_TARGET。',
    unreadable: '备份存储没有响应，或拒绝访问。原因见 Web 进程的日志。',
    drill: '最近一次恢复演练',
    drillState: { succeeded: '成功', failed: '失败' },
    drilled: '<time/>恢复了 <code>{{name}}</code>',
    neverDrilled: '从未恢复过的备份不可靠：用 npm run drill 试一次。',
  },
  version: '版本 {{version}}',
  versionWithCommit: '版本 {{version}}，提交 {{commit}}',
} as const satisfies Translated<typeof english>;
