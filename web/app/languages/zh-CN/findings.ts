import type { Translated } from '../catalogue.ts';
import type { findings as english } from '../en/findings.ts';

export const findings = {
  faults: {
    notJson: '不是有效的 JSON（{{reason}}，第 {{line}} 行）。',
    jsonInvalidSymbol: '无效的符号',
    jsonInvalidNumberFormat: '无效的数字',
    jsonPropertyNameExpected: '缺少属性名',
    jsonValueExpected: '缺少值',
    jsonColonExpected: '缺少冒号',
    jsonCommaExpected: '缺少逗号',
    jsonCloseBraceExpected: '缺少右花括号',
    jsonCloseBracketExpected: '缺少右方括号',
    jsonEndOfFileExpected: '多余的内容',
    jsonInvalidCommentToken: '不允许注释',
    jsonUnexpectedEndOfComment: '注释没有结束',
    jsonUnexpectedEndOfString: '文本缺少右引号',
    jsonUnexpectedEndOfNumber: '数字不完整',
    jsonInvalidUnicode: '无效的 Unicode 转义',
    jsonInvalidEscapeCharacter: '无效的转义',
    jsonInvalidCharacter: '无效的字符',
    emptyJson: '不是有效的 JSON，内容为空。',
    tooDeep_other: 'JSON 嵌套超过 {{count, number}} 层，请减少嵌套。',
    tooManyValues_other: 'JSON 的值超过 {{count, number}} 个，请分成几部分。',
    expression: '不是有效的 CEL 表达式（{{reason}}）。',
    notExpression: '不是 CEL 表达式：{{reason}}',
    fixExpression: '请写成 CEL，例如：source == "critic"',
    noCalendar:
      '项目中没有名为“{{name}}”的工作日历，因此所有时间都将计算在内；请在设置中创建，或改用其他日历。',
    noCollection:
      '项目中没有名为 {{name}} 的文档集。请在“知识库”中创建，或选择其他文档集，否则该智能体的轮次会等待人员处理。',
    asksAndStops:
      '智能体可以检索，但没有剩余的轮数据此作答。请将工具调用次数设为至少 2，或由模型将结果组织成文字。',
    chooseFile: '请选择由 AutoGen 或 Colloquy 生成的文件。',
  },
} as const satisfies Translated<typeof english>;
