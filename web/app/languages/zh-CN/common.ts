import type { Translated } from '../catalogue.ts';
import type { common as english } from '../en/common.ts';

export const common = {
  save: '保存',
  cancel: '取消',
  close: '关闭',
  delete: '删除',
  remove: '移除',
  edit: '编辑',
  add: '添加',
  back: '返回',
  retry: '重试',
  copy: '复制',
  copyOf: '复制：{{label}}',
  copied: '已复制{{label}}',
  notCopied: '无法复制{{label}}',
  unknown: '未知',
  optional: '选填',
  dismiss: '关闭',
  breadcrumb: '导航路径',
  notification: '通知',
  notifications: '通知（{hotkey}）',
  loading: '正在加载…',
  money: {
    noPrice: '该模型尚未设置价格',
    atLeast: '不含价格或结果未知的调用',
  },
  tokens: {
    unknown: 'token 数未知',
    in: '输入 {{tokens}}',
    out: '输出 {{tokens}}',
  },
  faults: {
    missing: '请填写此项。',
    invalid: '此值不可用。',
    tooShort_other: '请至少输入 {{count, number}} 个字符。',
    tooLong_other: '最多输入 {{count, number}} 个字符。',
    tooSmall: '请输入不小于 {{min}} 的值。',
    tooLarge: '请输入不大于 {{max}} 的值。',
  },
} as const satisfies Translated<typeof english>;
