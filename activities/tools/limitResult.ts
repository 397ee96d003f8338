import type { ToolResult } from '../../workflows/domain/tool.ts';

/** A result that the transcript can take: a longer one becomes an error that says how long, with its beginning. */
export function limitResult(
  result: ToolResult,
  maxBytes: number,
  bytes = Buffer.byteLength(result.content),
): ToolResult {
  if (bytes <= maxBytes) return result;
  return tooLarge(result.content, maxBytes, `${bytes}`);
}

/** The error for a result that was only read in part. */
export function tooLarge(beginning: string, maxBytes: number, size: string): ToolResult {
  const notice = `The result is too large: it has ${size} bytes, and ${maxBytes} are allowed. It begins:\n`;
  const room = Math.max(0, maxBytes - Buffer.byteLength(notice));
  return { content: notice + cutText(beginning, room), isError: true };
}

/** The longest beginning of a text that has at most so many bytes, with no character cut in two. */
export function cutText(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes) return text;
  let end = maxBytes;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end).toString();
}
