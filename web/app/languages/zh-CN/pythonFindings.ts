import type { Translated } from '../catalogue.ts';
import type { pythonFindings as english } from '../en/pythonFindings.ts';

export const pythonFindings = {
  faults: {
    whatAndFix: '{{what}}。{{fix}}',
    syntax: '第 {{line, number}} 行第 {{column, number}} 列不是有效的 Python：{{reason}}',
    fixFunction: '请改正该函数。',
    fixImport: '请这样写：from datetime import date',
    noFunction: '其中没有 Python 函数',
    fixNoFunction: '请写一个：def name(argument: str) -> str: …',
    firstIsNone: '工具取第一个“def ”之后的内容，而它不是函数：{{text}}',
    fixFirstIsNone: '请将函数放在所有含“def ”的内容之前。',
    notAtTop: '工具取其中第一个函数，而 {{name}} 位于类或其他函数之内',
    fixNotAtTop: '请将该函数放在最前面。',
    notAllowed: '没有允许使用提供模块 {{module}} 的包，调用该工具将会失败',
    notAllowedAlone: '没有允许使用提供模块 {{module}} 的包，除非由其他包附带，否则调用该工具将会失败',
    fixNotAllowed: 'Colloquy 的运维人员可以在 PYTHON_PACKAGES 中添加 {{package}}==VERSION。',
    fixNotAllowedPure:
      '如果该包是纯 Python，Colloquy 的运维人员可以在 PYTHON_PACKAGES 中添加 {{package}}==VERSION，否则可以设置 PYTHON_RUNNER=machine。',
    fromPackage: '模块 {{module}} 来自包 {{package}}',
    onMachine: '该工具由本机的 Python 运行，首次调用时会在其中安装该包。',
    inSandbox: '该工具在沙盒中运行，可使用 Colloquy 运维人员允许的包。',
    notInSandbox: '沙盒中没有模块 {{module}}，调用该工具将会失败',
    fixNotInSandbox: '请使用 HTTP 工具或 MCP 服务器。',
  },
} as const satisfies Translated<typeof english>;
