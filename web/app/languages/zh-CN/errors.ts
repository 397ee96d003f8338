import type { Translated } from '../catalogue.ts';
import type { errors as english } from '../en/errors.ts';

export const errors = {
  title: '出错了',
  signIn: '登录',
  toConversations: '前往对话列表',
  reload: '重新加载此页',
  reference: '参考编号 <code>{{traceId}}</code>',
  explanations: {
    status400: {
      title: '无法理解此请求',
      description: '请求不完整或格式有误。请返回并重新加载页面，然后重试。',
    },
    status401: { title: '尚未登录', description: '登录后将回到此页面。' },
    status403: { title: '没有权限', description: '你的账号无权执行此操作，或请求并非来自本应用的页面。' },
    status404: { title: '这里什么也没有', description: '地址有误、页面已不存在，或属于其他项目。' },
    status405: { title: '此处不支持该操作', description: '此地址不接受这类请求。' },
    status409: { title: '内容已发生变化', description: '他人或系统已先行更改。请重新加载页面查看当前状态。' },
    status411: { title: '请求未注明长度', description: '请附上 Content-Length 标头后重新发送。' },
    status413: { title: '内容过大', description: '表单最多 1 MB。请缩短文本后重新发送。' },
    status422: { title: '无法处理', description: '请求格式正确，但其内容相互矛盾。' },
    status500: { title: '服务器出错了', description: '错误已记录。请稍后重试；如再次出现，请告知请求 ID。' },
    status503: {
      title: 'Colloquy 的部分服务没有响应',
      description: '没有数据丢失：服务恢复后，对话会从中断处继续。请稍后重试。',
    },
  },
  faults: {
    foreignForm: '此表单并非来自本应用的页面，未执行任何操作。请在此处打开页面后重新发送。',
    bodyTooLarge: '发送的内容为 {{size}}，上限为 {{limit}}。未保存任何内容，请缩小后重新发送。',
    formUnreadable: '表单字段过多，或字段名不属于本应用的页面。未保存任何内容。',
    databaseAway:
      '无法连接数据库 {{address}}：{{reason}}。没有数据丢失：恢复后对话会从中断处继续。请稍后重试。',
    temporalAway:
      '无法连接 Temporal（{{address}}）：{{reason}}。暂时无法启动或操控对话。没有数据丢失，请稍后重试。',
    knowledgeAway: '无法连接知识库存储 {{address}}：{{reason}}。没有数据丢失，请稍后重试。',
    formIncomplete: '表单不完整。请重新加载页面后再次发送。',
  },
} as const satisfies Translated<typeof english>;
