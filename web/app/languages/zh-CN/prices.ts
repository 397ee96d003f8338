import type { Translated } from '../catalogue.ts';
import type { prices as english } from '../en/prices.ts';

export const prices = {
  title: '价格',
  description:
    '每百万 token 的价格，以美元计。调用时即按当时的价格计费，修改价格不影响以往的费用。没有价格的模型，其费用为未知，而不是零。',
  saved: '已保存 {{model}} 的价格。',
  removed: '{{model}} 不再有价格。',
  ownerOnly: '只有项目所有者可以修改价格。',
  empty: {
    title: '还没有价格',
    description: '模型设置价格之前，其调用费用显示为未知。',
  },
  table: {
    label: '已知价格',
    model: '模型',
    input: '输入（美元/百万）',
    output: '输出（美元/百万）',
    changed: '更新时间',
  },
  row: {
    changed: '更新于 <time/>',
    remove: '移除 {{model}} 的价格',
    removeHint: '移除价格：之后的调用费用将为未知',
  },
  unpriced: {
    title: '已使用但没有价格',
    calls_other: '<code>{{model}}</code>：{{count, number}} 次调用费用未知',
  },
  form: {
    title: '为其他模型设置价格',
    description: '请按提供商和团队中的写法填写模型名称。',
    model: '模型',
    input: '输入',
    output: '输出',
    submit: '添加价格',
  },
  faults: {
    amountMissing: '请输入价格，免费的模型填 0。',
    amountInvalid: '请输入美元金额，例如 0.15。',
    modelMissing: '请输入模型名称。',
  },
} as const satisfies Translated<typeof english>;
