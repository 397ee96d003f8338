import type { Translated } from '../catalogue.ts';
import type { standing as english } from '../en/standing.ts';

export const standing = {
  start: '保持常驻',
  startHint: '团队完成后会休眠，直到被消息、Webhook、定时任务、其他对话或手动唤醒。',
  wakes: '结束时唤醒',
  wakesHint: '选择一个常驻对话。其团队会得知本对话如何结束，以及最后一条消息。',
  wakesNone: '不唤醒',
  wakesLink: '结束时唤醒的对话',
  wakesLabel: '对话',
  wakesFrom: '从下一次运行结束时起生效。',
  wakesNobody: '此项目没有其他常驻对话。',
  wakesSave: '保存',
  wakesWhenEnded: '结束时唤醒 <a>{{title}}</a>',
  sleepingSince: '休眠开始于 <time/>',
  waitsFor: '收到消息、手动唤醒或其他已设置的触发都会将其唤醒。',
  waiting_other: '{{count, number}} 个唤醒在等待本次运行结束。',
  taking_other: '{{count, number}} 个唤醒等待处理。',
  wakeNow: '立即唤醒',
  stand: '设为常驻',
  standHint: '之后会休眠，直到被消息、Webhook、定时任务、其他对话或手动唤醒。',
  end: '彻底结束',
  confirm: {
    title: '结束此常驻对话？',
    description: '它将不再休眠，也不会再被唤醒。对话记录会保留。之后可以重新设为常驻。',
    keep: '保持常驻',
    end: '结束',
  },
  wakingSchedule: {
    next: '由定时任务 <a>{{name}}</a> 唤醒，下次是<time/>',
    paused: '由定时任务 <a>{{name}}</a> 唤醒，现已暂停',
    none: '定时任务 <a>{{name}}</a> 之后不再唤醒它',
  },
  addSchedule: '定时唤醒',
  wokenBy: {
    message: '由 {{name}} 的消息唤醒',
    by_hand: '由 {{name}} 唤醒',
    webhook: '由 Webhook“{{name}}”唤醒',
    schedule: '由定时任务“{{name}}”唤醒',
    conversation: '由对话“{{name}}”唤醒',
  },
  somebody: '某人',
  announce: '对话进入休眠。',
  faults: {
    circle: '该对话会直接或间接唤醒本对话，请另选一个。',
  },
} as const satisfies Translated<typeof english>;
