import type { Translated } from '../catalogue.ts';
import type { frame as english } from '../en/frame.ts';

export const frame = {
  skipToContent: '跳到正文',
  home: 'Colloquy 首页',
  mainNavigation: '主导航',
  newConversation: '新建对话',
  navigation: {
    conversations: '对话',
    inbox: '待办',
    teams: '团队',
    schedules: '定时',
    knowledge: '知识库',
    settings: '设置',
  },
  openTasks_other: '{{count, number}} 个待处理任务',
  demo: '演示',
  demoModel:
    '演示模型：回答由少量规则编造，文档只按与问题共有的词语检索。设置 OPENAI_API_KEY 或 OPENAI_BASE_URL 即可使用真实模型。',
  account: {
    open: '账号：',
    signOut: '退出登录',
    roles: { owner: '所有者', member: '成员' },
  },
  theme: {
    label: '主题',
    system: '系统',
    light: '浅色',
    dark: '深色',
  },
  language: { label: '语言' },
} as const satisfies Translated<typeof english>;
