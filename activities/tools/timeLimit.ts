import type { ToolResult } from '../../workflows/domain/tool.ts';
import { ToolTimedOut } from './toolErrors.ts';

/** The smaller of what the tool says and what the caller grants. */
export function limitOf(timeoutSeconds: number, timeoutMs: number): number {
  return Math.min(timeoutSeconds * 1000, timeoutMs);
}

/** Aborted by the caller's signal, with its reason, or after the time, with ToolTimedOut. */
export function withTimeLimit(
  signal: AbortSignal,
  timeoutMs: number,
): { signal: AbortSignal; clear(): void } {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new ToolTimedOut(timeoutMs)), timeoutMs);
  return { signal: AbortSignal.any([signal, limit.signal]), clear: () => clearTimeout(timer) };
}

/** An error as the model reads it. */
export function failure(content: string): ToolResult {
  return { content, isError: true };
}
