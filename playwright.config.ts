import { defineConfig } from '@playwright/test';
import { findChromium } from './ops/test/chromium.ts';

// Tests that drive a browser (`*.browser.test.ts`), on Playwright's own runner. `npm test` runs them with the others;
// `npm test -- web/test/pages.browser.test.ts --debug` and Playwright's other options work too.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.browser.test.ts',
  testIgnore: ['**/node_modules/**', 'build/**', 'dist/**', '.colloquy/**'],
  globalSetup: './test/support/playwrightSetup.ts',
  outputDir: './test-results/browser',
  workers: 2,
  // A deadline is no assertion: it says when a test that hangs is given up, on a machine with much else to do.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: findChromium() ?? '',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    // Without a film: the pages as they were at each step say more, and take less of the processor's time.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
});
