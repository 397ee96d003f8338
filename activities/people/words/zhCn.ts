import type { MailWords } from './words.ts';

export const chinese: MailWords = {
  subject: {
    task_opened: (title) => `等待您处理：${title}`,
    task_reminder: (title) => `提醒：${title}`,
    task_escalated: (title) => `已转交给您：${title}`,
  },
  digestSubject: (count) => `有 ${String(count)} 项任务等待您处理`,
  asks: {
    review_message: (speaker) => `${speaker} 的草稿等待您审阅。`,
    give_input: (speaker) => `轮到 ${speaker} 发言，请您输入内容。`,
    approve_tool_call: (speaker) => `${speaker} 想调用一个工具，请您批准。`,
    resolve_error: (speaker) => `${speaker} 的这一轮失败了，请您决定如何处理。`,
    wait: (speaker) => `${speaker} 正在等待某个时间，您可以提前结束等待。`,
  },
  conversation: (title, team) => `对话：${title}（团队：${team}）`,
  deadline: (at) => `请在 ${at} 之前处理。`,
  answer: '打开任务',
  footer: '您收到此邮件，是因为有团队在等待人来处理。',
  change: '设置接收频率',
};
