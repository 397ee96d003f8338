import type { Translated } from '../catalogue.ts';
import type { format as english } from '../en/format.ts';

export const format = {
  duration: {
    ms: '{{value}} 毫秒',
    s: '{{value}} 秒',
    min: '{{value}} 分钟',
    h: '{{value}} 小时',
    d: '{{value}} 天',
  },
  bytes_other: '{{count, number}} 字节',
  justNow: '刚刚',
  inAMoment: '即将',
} as const satisfies Translated<typeof english>;
