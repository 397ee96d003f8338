import type { BrowserSettings } from './browserSdk.ts';

let capture: Promise<(error: unknown) => void> | undefined;

/** Starts reporting from the browser where the server says where to; else it does nothing, and loads nothing. */
export function startBrowserSentry(settings: string | undefined): void {
  if (settings === undefined) return;
  capture = start(JSON.parse(settings) as BrowserSettings);
}

/** Reports what an error page shows. */
export function reportBrowserError(error: unknown): void {
  void capture?.then((report) => report(error));
}

async function start(settings: BrowserSettings): Promise<(error: unknown) => void> {
  const { startSdk, captureError } = await import('./browserSdk.ts');
  startSdk(settings);
  return captureError;
}
