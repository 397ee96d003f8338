import type { Translated } from '../catalogue.ts';
import type { terminations as english } from '../en/terminations.ts';

export const terminations = {
  max_messages: {
    name: '消息数量',
    inWords_other: '达到 {{count, number}} 条消息',
    withEvents_other: '达到 {{count, number}} 条消息和事件',
    heading_other: '{{count, number}} 条消息',
    headingWithEvents_other: '{{count, number}} 条消息（含事件）',
    fields: { maxMessages: '消息数', includeAgentEvents: '事件也计入' },
  },
  text_mention: {
    name: '提到文本',
    inWords: '{{who}} 写出“{{text}}”',
    byAnyone: '任何人写出“{{text}}”',
    heading: '{{who}} 提到“{{text}}”',
    headingByAnyone: '提到“{{text}}”',
    fields: { text: '文本', sources: '由谁写出', sourcesHint: '每行一个名称。留空表示任何人。' },
  },
  stop_message: {
    name: '停止消息',
    inWords: '有人发送停止消息',
  },
  token_usage: {
    name: 'token 用量',
    inWords: '模型调用已使用 {{limits}}',
    total_other: '{{count, number}} 个 token',
    prompt_other: '{{count, number}} 个输入 token',
    completion_other: '{{count, number}} 个输出 token',
    fields: { maxTotal: '总计', maxPrompt: '输入', maxCompletion: '输出', noLimit: '不限' },
  },
  cost: {
    name: '费用',
    inWords: '模型调用费用达到 {{cost}}',
    fields: { maxMicroUsd: '美元' },
  },
  timeout: {
    name: '经过时间',
    inWords: '已运行 {{length}}',
    heading: '已过 {{length}}',
    fields: { seconds: '时间' },
  },
  handoff: {
    name: '移交',
    inWords: '有人移交给 {{target}}',
    heading: '移交给 {{target}}',
    fields: { target: '移交给' },
  },
  source_match: {
    name: '参与者已发言',
    inWords: '{{who}} 已发言',
    fields: { sources: '谁', sourcesHint: '每行一个名称。' },
  },
  text_message: {
    name: '文本消息',
    inWords: '{{who}} 发送文本消息',
    byAnyone: '任何人发送文本消息',
    heading: '{{who}} 的文本消息',
    headingByAnyone: '任何人的文本消息',
    fields: { source: '来自', anyone: '任何人' },
  },
  function_call: {
    name: '工具已运行',
    inWords: '工具 {{name}} 已运行',
    heading: '{{name}} 已运行',
    fields: { functionName: '工具名称' },
  },
  external: {
    name: '由人员停止',
    inWords: '有人将其停止',
  },
  expression: {
    name: '表达式',
    inWords: '某条消息满足 {{expression}}',
    heading: '有消息满足 {{expression}}',
    fields: {
      expression: 'CEL 表达式',
      expressionHint: '针对单条消息：type、source、content、target。保存时检查。',
    },
  },
  and: {
    name: '全部满足……',
    inWords: '以下全部满足',
  },
  or: {
    name: '任一满足……',
    inWords: '满足以下任一项',
  },
} as const satisfies Translated<typeof english>;
