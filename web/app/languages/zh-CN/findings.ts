import type { Translated } from '../catalogue.ts';
import type { findings as english } from '../en/findings.ts';

export const findings = {
  faults: {
    notJson: '不是有效的 JSON（{{reason}}，第 {{line}} 行）。',
    emptyJson: '不是有效的 JSON，内容为空。',
    tooDeep_other: 'JSON 嵌套超过 {{count, number}} 层，请减少嵌套。',
    tooManyValues_other: 'JSON 的值超过 {{count, number}} 个，请分成几部分。',
    expression: '不是有效的 CEL 表达式（{{reason}}）。',
    chooseFile: '请选择由 AutoGen 或 Colloquy 生成的文件。',
  },
} as const satisfies Translated<typeof english>;
