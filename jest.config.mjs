// Run through `npm run jest`: it sets NODE_OPTIONS=--experimental-vm-modules, which ESM under Jest needs.
// What a test needs stands in its file's suffix, one project each; plain `*.test.ts(x)` needs nothing. What needs a browser
// (`*.browser.test.ts`) is run by Playwright (playwright.config.ts).
const NEEDS_SERVER = ['db', 'temporal', 'fault'];

const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/(build|dist|coverage|\\.colloquy)/'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

// Those of *.temporal and *.fault tests share one Temporal server a run.
const serverProject = (name) => ({
  ...common,
  displayName: name,
  testMatch: [`<rootDir>/**/*.${name}.test.{ts,tsx}`],
  ...(name === 'db'
    ? { globalSetup: '<rootDir>/test/support/globalSetup.ts' }
    : {
        globalSetup: '<rootDir>/test/support/temporalSetup.ts',
        globalTeardown: '<rootDir>/test/support/temporalTeardown.ts',
      }),
});

/** @type {import('jest').Config} */
export default {
  // A deadline is no assertion: it says when a test that hangs is given up, on a machine with much else to do.
  testTimeout: 300_000,
  // `npm run coverage`: what the tests that need no server reach.
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'html', 'lcovonly', 'json-summary'],
  projects: [
    {
      ...common,
      displayName: 'pure',
      testMatch: ['<rootDir>/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/node_modules/', `\\.(${NEEDS_SERVER.join('|')}|browser)\\.test\\.tsx?$`],
    },
    ...NEEDS_SERVER.map(serverProject),
  ],
};
