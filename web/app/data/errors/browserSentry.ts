import type { BrowserSettings } from './browserSdk.ts';

let capture: Promise<(error: unknown) => void> | undefined;

/**
 * Starts error reporting in the browser if the server provides an address for it. Otherwise nothing is loaded.
 */
export function startBrowserSentry(settings: string | undefined): void {
  if (settings === undefined) return;
  capture = start(JSON.parse(settings) as BrowserSettings);
}

/** Reports an error that an error page shows. */
export function reportBrowserError(error: unknown): void {
  void capture?.then((report) => report(error));
}

async function start(settings: BrowserSettings): Promise<(error: unknown) => void> {
  const { startSdk, captureError } = await import('./browserSdk.ts');
  startSdk(settings);
  return captureError;
}
