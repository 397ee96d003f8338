import { type Logger, pino } from 'pino';
import { traceOfLine } from './tracing/currentTrace.ts';

export type { Logger };

/** Paths whose values are never logged, whoever logs them. */
const secretPaths = [
  'authorization',
  'cookie',
  'password',
  'token',
  'apiKey',
  'headers.authorization',
  'headers.cookie',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];

/** JSON lines on standard output, each with the process's name, and with the trace that it belongs to. */
export function createLogger(options: { process: string; level: string }): Logger {
  return pino({
    level: options.level,
    base: { process: options.process },
    mixin: traceOfLine,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secretPaths, censor: '[secret]' },
  });
}
