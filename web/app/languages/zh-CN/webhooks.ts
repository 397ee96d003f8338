import type { Translated } from '../catalogue.ts';
import type { webhooks as english } from '../en/webhooks.ts';

export const webhooks = {
  title: 'Webhook',
  conversations: '对话',
  description: '服务向其中一个地址发送请求即可唤醒此对话。消息按 Standard Webhooks 规范签名。',
  link: '唤醒此对话的 Webhook',
  none: '还没有。',
  name: '名称',
  nameHint: '会告诉团队：是哪个服务唤醒了它。',
  add: '添加 Webhook',
  remove: '移除',
  removeName: '移除 Webhook {{name}}',
  never: '尚未接受任何消息。',
  accepted: '上次接受：<time/>',
  refused: '上次拒绝：<time/>，<code>{{refusal}}</code>',
  removed: 'Webhook 已移除。',
  overlaps: '旧密钥仍被接受，截止：<time/>',
  rotate: {
    open: '更换密钥',
    openName: '更换 Webhook {{name}} 的密钥',
    overlap: '当前密钥',
    overlaps: {
      none: '立即失效',
      hour: '继续有效一小时',
      day: '继续有效一天',
      week: '继续有效一周',
    },
    submit: '生成新密钥',
  },
  rotated: {
    title: 'Webhook“{{name}}”已有新密钥',
    hint: '请把它交给该服务。密钥只显示这一次。在更换完成之前，用旧密钥签名的消息仍会被接受。',
    atOnce: '请把它交给该服务。密钥只显示这一次。用旧密钥签名的消息会被拒绝。',
    stale: '此 Webhook 的密钥已在此期间更换，未做任何更改。',
  },
  created: {
    title: '已添加 Webhook“{{name}}”',
    hint: '把此地址和密钥交给该服务。密钥只显示这一次。',
    url: '地址',
    copyUrl: '复制地址',
    secret: '密钥',
    copySecret: '复制密钥',
  },
  faults: {
    nameMissing: '请填写名称。',
    nameTooLong: '名称超过 100 个字符，请缩短。',
    notFound: '没有此 Webhook，可能已被移除。',
    nameTaken: '已有同名的 Webhook，请另取名称。',
  },
} as const satisfies Translated<typeof english>;
