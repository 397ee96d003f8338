import { describe } from '@jest/globals';
import { findChromium } from './findChromium.ts';

/** `describe` for tests that drive Chromium: counted as skipped, with the reason in the name, where there is none. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (findChromium() === undefined) {
    describe.skip(`${name} (skipped: no Chromium on PATH and no CHROMIUM_PATH)`, tests);
  } else {
    describe(name, tests);
  }
}
