/** What is found in a team's Python tools: what would be refused, what will not work, and what to do about it. */
export const pythonFindings = {
  faults: {
    whatAndFix: '{{what}}. {{fix}}',
    syntax: 'Line {{line, number}}, column {{column, number}} isn’t valid Python: {{reason}}',
    fixFunction: 'Correct the function.',
    fixImport: 'Write it like this: from datetime import date',
    noFunction: 'It contains no Python function',
    fixNoFunction: 'Write one: def name(argument: str) -> str: …',
    firstIsNone: 'The tool is whatever follows the first “def ”, which isn’t a function: {{text}}',
    fixFirstIsNone: 'Put the function before everything else that contains “def ”.',
    notAtTop: 'The tool is its first function, and {{name}} is inside a class or another function',
    fixNotAtTop: 'Put the function first.',
    notAllowed: 'No package for the module {{module}} is allowed, so calls of the tool will fail',
    notAllowedAlone:
      'No package for the module {{module}} is allowed, so calls of the tool will fail unless another package brings it along',
    fixNotAllowed: 'Whoever runs Colloquy can add {{package}}==VERSION to PYTHON_PACKAGES.',
    fixNotAllowedPure:
      'Whoever runs Colloquy can add {{package}}==VERSION to PYTHON_PACKAGES if it is pure Python, or set PYTHON_RUNNER=machine.',
    fromPackage: 'The module {{module}} comes from the package {{package}}',
    onMachine:
      'The tool runs with the machine’s own Python, where the package is installed at its first call.',
    inSandbox: 'The tool runs in the sandbox, with the packages that whoever runs Colloquy allows.',
    notInSandbox: 'The sandbox has no module {{module}}, so calls of the tool will fail',
    fixNotInSandbox: 'Use an HTTP tool or an MCP server.',
  },
} as const;
