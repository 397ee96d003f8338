import type { Json } from '../../../../workflows/domain/json.ts';

/** The requests to a sandbox: one line of JSON each on its standard input, the next one after the previous answer. */
export type SandboxRequest = DescribeRequest | CallRequest | BlockRequest;

interface ToolSourceText {
  name: string;
  source: string;
  imports: string[];
  /** The addition to Python's own words if `{module}` is missing. */
  missing?: string;
}

export interface DescribeRequest extends ToolSourceText {
  do: 'describe';
}

export interface CallRequest extends ToolSourceText {
  do: 'call';
  arguments: Record<string, Json>;
  /** What the tool finds in its environment. */
  environment?: Record<string, string>;
  /** The longest content that is sent back. */
  maxBytes: number;
}

export interface BlockRequest {
  do: 'run_block';
  code: string;
  /** The longest of each of the two streams that is sent back. */
  maxBytes: number;
}

/** What it says: one line of JSON each on its standard output. */
export type SandboxAnswer =
  /** It can be asked: the first line. */
  | { kind: 'ready' }
  /** The harness's answer, itself JSON, and the output of the call. */
  | { kind: 'done'; value: string; stdout: string; stderr: string }
  /** The interpreter broke or was ended, and can't be asked any more. */
  | { kind: 'broken'; exitCode: number | null; reason: string; stdout: string; stderr: string };
