import type { Translated } from '../catalogue.ts';
import type { texts as english } from '../en/texts.ts';

export const texts = {
  title: '全文',
  titleOf: '#{{seq}} 全文',
  conversations: '对话',
  description: '{{size}}，原文。',
  download: '下载',
  downloadWhat: '下载<hidden>{{what}}（文本文件）</hidden>',
  readWhole: '阅读全文<hidden>：{{what}}</hidden>',
  cut: '全文 {{size}}，仅显示开头。',
  label: '正文',
  pages: '正文分页',
  page: '第 {{page}} 页',
  previous: '上一页',
  next: '下一页',
  empty: '（空）',
  withSize: '{{label}}，{{size}}',
  characters_other: '{{count, number}} 个字符',
  faults: { notFound: '此项目中没有该文本。' },
} as const satisfies Translated<typeof english>;
