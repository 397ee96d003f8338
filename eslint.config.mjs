import prettier from 'eslint-config-prettier';
import jest from 'eslint-plugin-jest';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import playwright from 'eslint-plugin-playwright';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import importSort from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

// Frameworks that look for a default export: Remix's routes, root and entries, and files of configuration.
const DEFAULT_EXPORT_FILES = [
  '*.config.{ts,mjs}',
  '.railway/railway.ts',
  'web/app/root.tsx',
  'web/app/routes.ts',
  'web/app/entry.*.tsx',
  'web/app/routes/**/*.{ts,tsx}',
  'test/support/*{Setup,Teardown}.ts',
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'build/',
      'dist/',
      '.colloquy/',
      'coverage/',
      'test-results/',
      '.vercel/',
      'prisma/generated/',
      'cli/generated/',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Remix throws responses: `throw redirect('/')`.
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'lib', name: 'Response' }] }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'ExportAllDeclaration', message: 'Name what you export.' },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { 'import-sort': importSort },
    rules: {
      'import-sort/imports': [
        'error',
        { groups: [['^\\u0000', '^node:', '^@?\\w', '^', '^\\.\\.', '^\\.']] },
      ],
    },
  },
  {
    // What comes from outside meets these expressions: none may take longer than its text is long.
    files: ['**/*.{ts,tsx,mjs}'],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    // Assertions wait by themselves for what they expect; nothing waits for a time.
    files: ['**/*.browser.test.ts', 'web/test/support/**'],
    plugins: { playwright },
    rules: {
      'playwright/missing-playwright-await': 'error',
      'playwright/no-focused-test': 'error',
      'playwright/no-wait-for-timeout': 'error',
      'playwright/prefer-web-first-assertions': 'error',
      'playwright/valid-expect': 'error',
    },
  },
  {
    files: ['web/app/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    ...jsxA11y.configs.recommended,
    files: ['web/app/**/*.tsx'],
    rules: {
      ...jsxA11y.configs.recommended.rules,
      // What scrolls has to be reached by the keyboard (axe asks for it), and a form of one purpose begins in its first field.
      'jsx-a11y-x/no-noninteractive-tabindex': 'off',
      'jsx-a11y-x/no-autofocus': 'off',
    },
  },
  {
    // A test counts that runs, and can be told from its neighbours.
    files: ['**/*.test.{ts,tsx}'],
    ignores: ['**/*.browser.test.ts'],
    plugins: { jest },
    rules: {
      'jest/no-disabled-tests': 'error',
      'jest/no-focused-tests': 'error',
      'jest/no-identical-title': 'error',
      'jest/valid-describe-callback': 'error',
      'jest/valid-expect': 'error',
      'jest/valid-expect-in-promise': 'error',
    },
  },
  {
    // Decision 36: what Prisma's typed client can't say goes through one place, where rows are checked.
    files: ['{activities,platform,web,worker,workflows}/**/*.{ts,tsx}'],
    ignores: ['platform/sql.ts', '**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['$queryRaw', '$queryRawUnsafe', '$executeRaw', '$executeRawUnsafe'].map((property) => ({
          property,
          message: 'Use queryRows or execute (platform/sql.ts).',
        })),
        { object: 'Prisma', property: 'sql', message: 'Use sql (platform/sql.ts).' },
      ],
    },
  },
  {
    files: DEFAULT_EXPORT_FILES,
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Temporal loads workflows and activities from one module each.
    files: ['workflows/index.ts', 'activities/index.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // These talk to the person at the terminal.
    files: [
      'ops/**',
      'bench/**',
      'prisma/**',
      'test/support/**',
      'test/parity/**',
      'cli/**',
      'worker/bundle.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  prettier,
);
