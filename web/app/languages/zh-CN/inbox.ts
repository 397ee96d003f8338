import type { Translated } from '../catalogue.ts';
import type { inbox as english } from '../en/inbox.ts';

export const inbox = {
  title: '待办',
  description: '所有等待处理的事项，最紧急的在前。',
  tabs: { label: '任务', open: '待处理', closed: '已处理' },
  openTasks: '待处理任务',
  newTasks_other: '{{count, number}} 项新待办任务',
  empty: {
    title: '没有需要处理的事项',
    description: '待审阅的草稿、待批准的工具调用、团队的提问和失败的轮次会显示在这里。',
  },
  emptyClosed: {
    title: '还没有已处理的任务',
    description: '已处理和已过期的任务会列在这里。',
  },
  one: {
    title: '任务',
    open: '在这里处理；对话将按你的决定继续。',
    closed: '此任务已关闭。',
    conversation: '打开对话',
  },
  faults: { notFound: '你的项目中没有这个任务。' },
  item: {
    where: '<conversation>{{title}}</conversation> · {{team}} · 提出于 <time/>',
    arguments: '{{tool}} 的参数',
    request: '填入这些参数后的请求',
    draftBy: '{{speaker}} 的草稿',
  },
} as const satisfies Translated<typeof english>;
