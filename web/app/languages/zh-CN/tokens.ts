import type { Translated } from '../catalogue.ts';
import type { tokens as english } from '../en/tokens.ts';

export const tokens = {
  title: 'API 令牌',
  description:
    '持有令牌的脚本或命令行工具，可以在此项目中执行你能执行的所有操作。请为每个程序单独创建令牌，以便单独撤销。',
  revoked: '令牌 {{name}} 已撤销。',
  empty: {
    title: '还没有令牌',
    description: '在运行 npm start 的机器上，命令行工具不需要令牌；在其他机器上则需要，API 也需要。',
  },
  list: {
    label: '你的令牌',
    created: '创建于 <time/>',
    neverUsed: '从未使用',
    lastUsed: '上次使用：<time/>',
    expires: '到期：<time/>',
    revoke: '撤销',
    revokeName: '撤销 {{name}}',
  },
  form: {
    title: '创建令牌',
    description: '令牌仅在创建时显示一次。',
    name: '名称',
    namePlaceholder: '夜间报告',
    lifetime: '有效期',
    days_other: '{{count, number}} 天',
    untilRevoked: '直到撤销',
    submit: '创建令牌',
  },
  created: {
    title: '已创建令牌 {{name}}',
    hint: '请立即复制，之后不再显示。',
    label: '令牌',
  },
  faults: {
    nameMissing: '请以使用者命名此令牌。',
    lifetimeMissing: '请选择有效期。',
  },
} as const satisfies Translated<typeof english>;
