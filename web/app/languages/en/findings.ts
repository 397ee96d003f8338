/** What is found wrong in a team's JSON and in its expressions. */
export const findings = {
  faults: {
    notJson: 'This isn’t valid JSON ({{reason}}, line {{line}}).',
    emptyJson: 'This isn’t valid JSON: it is empty.',
    tooDeep_one: 'The JSON is nested more than {{count, number}} level deep. Flatten it.',
    tooDeep_other: 'The JSON is nested more than {{count, number}} levels deep. Flatten it.',
    tooManyValues_one: 'The JSON has more than {{count, number}} value. Split it into parts.',
    tooManyValues_other: 'The JSON has more than {{count, number}} values. Split it into parts.',
    expression: 'This isn’t a valid CEL expression ({{reason}}).',
    chooseFile: 'Choose a file that AutoGen or Colloquy has written.',
  },
} as const;
