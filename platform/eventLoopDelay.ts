import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Logger } from './logger.ts';

/** How long this process's event loop has kept others waiting, in milliseconds. */
export interface EventLoopDelay {
  medianMs: number;
  p99Ms: number;
  longestMs: number;
}

const RESOLUTION_MS = 20;
const NANOSECONDS_A_MS = 1e6;
/** How often the delay is read and reset. */
const INTERVAL_MS = 60_000;
/** A longer one is worth a warning: somebody's request has waited for it. */
const LONG_MS = 500;

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let before: EventLoopDelay = { medianMs: 0, p99Ms: 0, longestMs: 0 };

/** Measures from now on and writes a line a minute: a debug one, or a warning where the loop stood still. */
export function watchEventLoop(logger: Logger): void {
  histogram.enable();
  setInterval(() => {
    before = measured();
    histogram.reset();
    if (before.longestMs > LONG_MS) logger.warn({ eventLoopDelay: before }, 'the event loop was blocked');
    else logger.debug({ eventLoopDelay: before }, 'event loop');
  }, INTERVAL_MS).unref();
}

/** The delay in the last minute or two. */
export function eventLoopDelay(): EventLoopDelay {
  const now = measured();
  return {
    medianMs: now.medianMs,
    p99Ms: Math.max(now.p99Ms, before.p99Ms),
    longestMs: Math.max(now.longestMs, before.longestMs),
  };
}

/** The same for people. */
export function eventLoopInWords(): string {
  const { p99Ms, longestMs } = eventLoopDelay();
  return `delay ${String(p99Ms)} ms at the 99th percentile, ${String(longestMs)} ms at most in the last minute`;
}

/** What the monitor sees is its own interval and what came on top of it. */
function measured(): EventLoopDelay {
  const delayMs = (nanoseconds: number) =>
    Math.max(0, Math.round(nanoseconds / NANOSECONDS_A_MS - RESOLUTION_MS)) || 0;
  return {
    medianMs: delayMs(histogram.percentile(50)),
    p99Ms: delayMs(histogram.percentile(99)),
    longestMs: delayMs(histogram.max),
  };
}
