import type { Translated } from '../catalogue.ts';
import type { builds as english } from '../en/builds.ts';

export const builds = {
  title: '构建',
  description:
    '未结束的对话运行在哪个版本的工作流代码上。对话会一直留在它开始时的构建上，直到结束或移到当前构建。',
  none: {
    title: '未启用版本',
    description:
      'Worker 不属于任何部署：发布新版本时，所有未结束的对话都由新代码接手。如何让它们留在原来的构建上，见 docs/releases.md。',
  },
  notYet: {
    title: '还没有 Worker',
    description: '部署 {{name}} 还没有 Worker 连接过。',
  },
  state: {
    current: '当前',
    ramping: '逐步启用',
    draining: '正在清空',
    drained: '已清空',
    inactive: '尚未启用',
  },
  facts: {
    deployed: '部署于<time/>',
    polled: '有 Worker 运行',
    notPolled: '没有 Worker',
    share: '承接 {{share, number}}% 的新任务',
    open_other: '{{count, number}} 个未结束的对话',
  },
  stranded: {
    title: '这些对话停住了',
    text: '这个构建没有 Worker 在运行。重新启动一个，它们就会继续；也可以移动它们：先用当前代码重放每个对话，结果一致才会移动。',
  },
  drained: '已经没有对话需要这个构建，可以停掉它的 Worker。',
  conversations: '{{build}} 上未结束的对话',
  more_other: '还有 {{count, number}} 个。',
  move: {
    all: '全部移动',
    one: '移动',
    oneLabel: '把“{{title}}”移到当前构建',
    hint: '等待中或已暂停的对话立即移动，其他的在本轮结束后移动。',
    asked_other: '已通知 {{count, number}} 个对话移动。',
    left_other: '还有 {{count, number}} 个尚未通知，请再移动一次。',
    keptTitle: '当前代码无法继续这些对话。请重新启动它们所在构建的 Worker。',
  },
  faults: {
    unknown_build: '没有这个构建，或它已不存在。',
    is_current: '这就是当前构建，其他对话会移到这里。',
    no_current_build: '没有当前构建：用 npm run release:current 设置。',
    no_worker_of_current_build: '当前构建没有 Worker 在运行：请先启动一个，再重试。',
    other_code_here:
      '这台服务器的工作流代码与当前构建不同，无法判断哪些对话能继续。请在当前构建的服务器上操作，或启动旧构建的 Worker。',
  },
} satisfies Translated<typeof english>;
