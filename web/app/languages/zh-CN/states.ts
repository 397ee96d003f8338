import type { Translated } from '../catalogue.ts';
import type { states as english } from '../en/states.ts';

export const states = {
  conversation: {
    starting: '启动中',
    running: '运行中',
    waiting: '等待处理',
    parked: '因错误暂停',
    paused: '已暂停',
    sleeping: '休眠中',
    finished: '已完成',
    stopped: '已停止',
    cancelled: '已取消',
    failed: '失败',
  },
  early: {
    title: '提前结束',
    reason: '{{names}} 的发言不符合任何边的条件，因此没有下一位发言者。',
    mend: '如果这不是预期的结果，编辑团队：为 {{names}} 添加一条无条件的边，或一条条件文本会在其发言中出现的边。',
  },
  call: {
    open: '进行中',
    completed: '已完成',
    failed: '失败',
    cancelled: '已取消',
    unknown: '结果未知',
  },
  task: {
    open: '待处理',
    answered: '已处理',
    expired: '已过期',
    withdrawn: '已撤回',
  },
  taskKind: {
    review_message: '审阅草稿',
    give_input: '提供输入',
    approve_tool_call: '批准工具调用',
    resolve_error: '处理错误',
    wait: '等待',
  },
} as const satisfies Translated<typeof english>;
