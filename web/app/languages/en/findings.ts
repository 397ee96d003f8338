/** What is found wrong in a team's JSON and in its expressions. */
export const findings = {
  faults: {
    notJson: 'This isn’t valid JSON ({{reason}}, line {{line}}).',
    jsonInvalidSymbol: 'invalid symbol',
    jsonInvalidNumberFormat: 'invalid number',
    jsonPropertyNameExpected: 'property name expected',
    jsonValueExpected: 'value expected',
    jsonColonExpected: 'colon expected',
    jsonCommaExpected: 'comma expected',
    jsonCloseBraceExpected: 'closing brace expected',
    jsonCloseBracketExpected: 'closing bracket expected',
    jsonEndOfFileExpected: 'end of file expected',
    jsonInvalidCommentToken: 'comments aren’t allowed',
    jsonUnexpectedEndOfComment: 'comment without an end',
    jsonUnexpectedEndOfString: 'text without a closing quote',
    jsonUnexpectedEndOfNumber: 'number without an end',
    jsonInvalidUnicode: 'invalid Unicode escape',
    jsonInvalidEscapeCharacter: 'invalid escape',
    jsonInvalidCharacter: 'invalid character',
    emptyJson: 'This isn’t valid JSON: it is empty.',
    tooDeep_one: 'The JSON is nested more than {{count, number}} level deep. Flatten it.',
    tooDeep_other: 'The JSON is nested more than {{count, number}} levels deep. Flatten it.',
    tooManyValues_one: 'The JSON has more than {{count, number}} value. Split it into parts.',
    tooManyValues_other: 'The JSON has more than {{count, number}} values. Split it into parts.',
    expression: 'This isn’t a valid CEL expression ({{reason}}).',
    notExpression: 'It isn’t a CEL expression: {{reason}}',
    fixExpression: 'Write it as CEL, for example: source == "critic"',
    noCalendar:
      'The project has no working calendar named “{{name}}”, so all hours would count; create it under Settings, or name another.',
    noCollection:
      'The project has no collection named {{name}}. Create it under Knowledge, or choose another one; until then the agent’s turns wait for a person.',
    asksAndStops:
      'The agent may look something up, but has no round left to answer with it. Set at least 2 rounds of tool calls, or let its model put the results into words.',
    chooseFile: 'Choose a file that AutoGen or Colloquy has written.',
  },
} as const;
