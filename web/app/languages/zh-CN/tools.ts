import type { Translated } from '../catalogue.ts';
import type { tools as english } from '../en/tools.ts';

export const tools = {
  python: {
    name: 'Python 函数',
    add: '添加 Python 函数',
    fields: {
      source: 'Python 源代码',
      sourceHint: '其中第一个 def 即为工具。它在没有文件、环境变量和网络的沙箱中运行。',
      imports: '导入语句',
      importsHint: '每行一条，在源代码之前运行。',
    },
  },
  http: {
    name: 'HTTP 请求',
    add: '添加 HTTP 请求',
    fields: {
      method: '方法',
      url: '地址',
      urlHint: '其中的 {name} 代表一个参数，其余参数放入查询字符串或请求体。',
      headers: '请求头',
      parameters: '参数（JSON Schema）',
      returns: '响应格式',
      returnsKinds: { text: '文本', json: 'JSON' },
      timeoutSeconds: '最长耗时',
    },
  },
  mcp_stdio: {
    name: '由工作进程启动的 MCP 服务器',
    add: '添加 MCP 服务器（由工作进程启动）',
    fields: {
      command: '命令',
      args: '参数',
      argsHint: '每行一个。',
      env: '环境变量',
      envHint: '除 PATH 和 HOME 之外可用的全部变量。{{secrets}}',
    },
  },
  mcp_http: {
    name: '指定地址的 MCP 服务器',
    add: '添加 MCP 服务器（指定地址）',
    fields: {
      transport: '传输方式',
      transports: { streamable_http: 'Streamable HTTP', sse: '服务器发送事件（旧版服务器）' },
      url: '地址',
      headers: '请求头',
      timeoutSeconds: '单次调用最长耗时',
      overrides: '为其工具指定其他名称和描述',
      overridesHint: '按工具自身的名称：{{example}}',
    },
  },
  participant: {
    name: '智能体或团队',
    add: '将智能体或团队添加为工具',
    fields: {
      returnsLastOnly: '仅以最后一条消息作为结果',
      behind: '由谁执行',
      kind: '类型',
    },
  },
  wait_until: {
    name: '等到某个时间',
    add: '允许等到某个时间',
    fields: {
      hint: '智能体可以等待某个时间或一段时间（最长一年），并说明原因。在此期间对话休眠；人们可以看到它在等什么，并可将其唤醒。',
    },
  },
} as const satisfies Translated<typeof english>;
