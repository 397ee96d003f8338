import type { Translated } from '../catalogue.ts';
import type { settings as english } from '../en/settings.ts';

export const settings = {
  sections: {
    label: '设置',
    prices: '价格',
    tokens: 'API 令牌',
    notices: '通知',
    calendars: '工作日历',
    builds: '构建',
    status: '运行状态',
    appearance: '语言与主题',
  },
  language: {
    title: '语言',
    description: '由账号记住：在任何浏览器中登录后都会生效。',
  },
  theme: {
    title: '主题',
    description: '仅对当前浏览器生效。“系统”表示跟随设备设置。',
  },
} as const satisfies Translated<typeof english>;
