import type { Translated } from '../catalogue.ts';
import type { contexts as english } from '../en/contexts.ts';

export const contexts = {
  unbounded: {
    name: '看到过的全部内容',
    inWords: '看到过的全部内容。',
  },
  buffered: {
    name: '最新的消息',
    inWords_other: '最新的 {{count, number}} 条消息。',
    fields: { size: '消息数' },
  },
  head_and_tail: {
    name: '最早和最新的消息',
    inWords: '最早的 {{head, number}} 条和最新的 {{tail, number}} 条消息。',
    fields: { head: '最早的消息数', tail: '最新的消息数' },
  },
  token_limited: {
    name: '限定 token 数以内',
    inWords_other: '最多 {{count, number}} 个 token，从中间开始省略消息。',
    byWindow: '模型上下文窗口能容纳的内容，从中间开始省略消息。',
    fields: { limit: 'token 数', byWindow: '按模型的上下文窗口' },
  },
  summarizing: {
    name: '最新的消息，以及较早消息的摘要',
    inWords: '最新的 {{keep, number}} 条消息；较早的消息达到 {{after, number}} 条时，由模型生成摘要。',
    fields: {
      keep: '最新的消息数',
      summarizeAfter: '再多多少条后生成摘要',
      model: '由谁生成摘要',
      prompt: '生成摘要的提示',
      ownPrompt: '使用 Colloquy 的措辞',
    },
  },
} as const satisfies Translated<typeof english>;
