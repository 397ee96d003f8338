import { expect, it } from '@jest/globals';
import { jsonAsPythonText } from './pythonText.ts';

// Each expected text is what Python 3.11 prints for str(json.loads(text)).
it.each([
  ['{"a": [1, 2.0, null, true], "b": {"c": "x"}}', "{'a': [1, 2.0, None, True], 'b': {'c': 'x'}}"],
  ['"plain"', 'plain'],
  ['["it\'s", "say \\"hi\\"", "it\'s \\"both\\""]', `["it's", 'say "hi"', 'it\\'s "both"']`],
  [
    '["line\\nbreak", "tab\\t", "back\\\\slash", "\\u0000", "é", "\\u00a0", "\\u200b", "😀"]',
    `['line\\nbreak', 'tab\\t', 'back\\\\slash', '\\x00', 'é', '\\xa0', '\\u200b', '😀']`,
  ],
  [
    '[12345678901234567890, -0, 1e3, 1E16, 1e-5, 0.0001, 1.5e300, 123456789.25, -0.0, 1e400]',
    '[12345678901234567890, 0, 1000.0, 1e+16, 1e-05, 0.0001, 1.5e+300, 123456789.25, -0.0, inf]',
  ],
  ['[]', '[]'],
  ['{}', '{}'],
])('%s', (json, python) => {
  expect(jsonAsPythonText(json)).toBe(python);
});

it('what is no JSON is a SyntaxError', () => {
  expect(() => jsonAsPythonText('<html>')).toThrow(SyntaxError);
});
