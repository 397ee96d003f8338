import type { Translated } from '../catalogue.ts';
import type { patterns as english } from '../en/patterns.ts';

export const patterns = {
  round_robin: {
    name: '轮流发言',
    description: '参与者按列出的顺序依次发言。',
    state: { next: '下一个发言：{{who}}。' },
  },
  single_agent: {
    name: '单个智能体',
    description: '由一个参与者独自完成任务。',
    state: { answered: '任务已回答。', unanswered: '任务尚未回答。' },
  },
  selector: {
    name: '选择器',
    manager: { name: '选择器', detail: '由模型选择发言者' },
    description: '每个轮次之前，由模型阅读对话并选择发言者。',
    state: {
      previous: '上一个发言：{{who}}。',
      noPrevious: '还没有人发言。',
      chosen: '已选定 {{who}} 发言。',
    },
    fields: {
      model: '由谁选择',
      prompt: '提问方式',
      promptHint: '可使用 {roles}、{participants} 和 {history}。留空则使用 AutoGen 的措辞。',
      allowRepeatedSpeaker: '同一参与者可以连续发言',
      maxAttempts: '启用后备发言者前的尝试次数',
      candidateFilter: '谁可以被选择',
      candidateFilterHint:
        '关于 name、description、previous 和 last（source、type、content）的 CEL 表达式。留空表示所有人。',
      streaming: '开启团队事件时，显示选择器的回答',
    },
  },
  swarm: {
    name: '群集（Swarm）',
    drawing: '谁可以移交给谁',
    asker: '任务提出者',
    outsider: '团队之外',
    description: '发言者持续发言，直到移交给其他参与者。',
    state: {
      next: '下一个发言：{{who}}。',
      handoff: '{{source}} 已移交给 {{target}}。',
      noHandoff: '还没有移交。',
    },
  },
  graph: {
    name: '流程图',
    drawing: '流程图',
    noParticipant: '没有此参与者',
    noNode: '没有此节点',
    edge: {
      condition: '当消息包含“{{condition}}”',
      any: '组内任意一条即可',
      anyMark: '任一',
      conditionMark: '“{{condition}}”',
      conditionAndAny: '当消息包含“{{condition}}”，组内任意一条即可',
    },
    description: '由图决定下一个发言者：顺序、并行、按条件或循环。',
    state: { ready: '可以运行：{{nodes}}。', complete: '没有剩余的节点。' },
  },
  magentic_one: {
    name: 'Magentic-One',
    manager: { name: '协调者', detail: '制定计划并分配任务' },
    description: '由协调者制定计划、记录进展，并决定接下来谁做什么。',
    state: {
      next: '下一个发言：{{who}}。',
      ledger: '账本有 {{rounds}} 条记录，连续停滞 {{stalls}} 次，新计划 {{resets}} 个。',
    },
    fields: {
      model: '由谁协调',
      maxStalls: '重新制定计划前的停滞次数',
      maxResets: '重新计划次数',
      noLimit: '不限',
      finalAnswerPrompt: '如何请求最终回答',
      finalAnswerPromptHint: '留空则使用 AutoGen 的措辞。',
    },
  },
} as const satisfies Translated<typeof english>;
