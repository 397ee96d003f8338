import type { Translated } from '../catalogue.ts';
import type { history as english } from '../en/history.ts';

export const history = {
  title: '对话',
  new: '新建对话',
  newer_other: '{{count, number}} 个新对话',
  newerOrMore: '{{limit}} 个以上新对话',
  filter: {
    search: '搜索',
    searchHint: '搜索标题和消息',
    clear: '清除',
    status: '状态',
    anyStatus: '所有状态',
    team: '团队',
    anyTeam: '所有团队',
  },
  table: {
    conversation: '对话',
    status: '状态',
    turns: '轮次',
    tokens: 'token',
    cost: '费用',
    started: '开始时间',
  },
  turns_other: '{{count, number}} 轮',
  cost: '费用 <cost/>',
  empty: {
    title: '还没有对话',
    description: '选择一个团队，交给它一项任务，然后看它工作。关闭页面或重启服务，对话都会继续。',
    action: '开始第一个对话',
  },
  noMatch: {
    title: '没有匹配的对话',
    description: '请换个关键词，或清除筛选条件。',
    action: '清除筛选条件',
  },
  paging: { label: '分页', newer: '较新', older: '较早' },
  unavailable: {
    title: '暂时无法显示对话',
    description: '读取失败。对话没有丢失，运行中的对话仍在继续。请稍后重试。',
  },
} as const satisfies Translated<typeof english>;
