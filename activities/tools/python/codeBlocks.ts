import { z } from 'zod';
import { cutText } from '../limitResult.ts';
import { answerBytes, endedIn, valueOf } from './pythonTool.ts';
import { SandboxEnded } from './sandboxEnded.ts';
import type { SandboxPool } from './sandboxPool.ts';
import type { SandboxProcess } from './sandboxProcess.ts';

/** A block of code from an agent's message. */
export interface CodeBlock {
  language: string;
  code: string;
}

export interface RunCodeOptions {
  /** For each block, as AutoGen's executors count. */
  timeoutMs: number;
  /** Bytes of UTF-8 that the output may have; what is beyond is dropped, and the output says so. */
  maxOutputBytes: number;
  /** Aborted: rejects with the signal's reason. */
  signal: AbortSignal;
}

/** As AutoGen's command line executors give it. */
export interface CodeOutcome {
  exitCode: number;
  /** Of each block that ran: what it wrote to stderr, then what it wrote to stdout. */
  output: string;
}

const PYTHON = new Set(['python', 'py']);
const SHELLS = new Set(['bash', 'shell', 'sh', 'pwsh', 'powershell', 'ps1']);
const TIMED_OUT = 124;
const ended = z.object({ exitCode: z.number(), refused: z.string().optional() });

/**
 * Runs blocks one after another until one fails. As with AutoGen's local executor, each is a separate script in a
 * shared folder: a file that one writes is there for the next. The folder is deleted after the call.
 */
export async function runCodeBlocks(
  pool: SandboxPool,
  blocks: readonly CodeBlock[],
  options: RunCodeOptions,
): Promise<CodeOutcome> {
  return await pool.use(options.signal, async (sandbox) => {
    let outcome: CodeOutcome = { exitCode: 0, output: '' };
    for (const block of blocks) {
      const { exitCode, output } = await runBlock(sandbox, block, options);
      outcome = { exitCode, output: outcome.output + output };
      if (exitCode !== 0) break;
    }
    return { ...outcome, output: limitOutput(outcome.output, options.maxOutputBytes) };
  });
}

async function runBlock(
  sandbox: SandboxProcess,
  block: CodeBlock,
  options: RunCodeOptions,
): Promise<CodeOutcome> {
  const language = block.language.toLowerCase();
  if (SHELLS.has(language)) {
    return {
      exitCode: 1,
      output: `\nCode runs in a Python sandbox without a shell: ${language} is not run.`,
    };
  }
  if (!PYTHON.has(language)) return { exitCode: 1, output: `\nunknown language ${language}` };
  const answer = await sandbox
    .ask(
      // One byte more than is kept, by which the limit knows that it is passed.
      { do: 'run_block', code: block.code, maxBytes: options.maxOutputBytes + 1 },
      {
        timeoutMs: options.timeoutMs,
        maxAnswerBytes: 2 * answerBytes(options.maxOutputBytes),
        signal: options.signal,
      },
    )
    .catch(endedIn);
  if (answer instanceof SandboxEnded) {
    return answer.end === 'time_limit'
      ? { exitCode: TIMED_OUT, output: '\nTimeout' }
      : { exitCode: 1, output: `\nThe code was ended: ${answer.message}` };
  }
  if (answer.kind === 'ready') return { exitCode: 1, output: '\nThe code broke its interpreter' };
  const written = answer.stderr + answer.stdout;
  if (answer.kind === 'broken') {
    return answer.exitCode === null
      ? { exitCode: 1, output: `${written}\nThe code broke its interpreter: ${answer.reason}` }
      : { exitCode: answer.exitCode & 0xff, output: written };
  }
  const value = valueOf(answer, ended);
  return { exitCode: value?.exitCode ?? 1, output: value?.refused ?? written };
}

function limitOutput(output: string, maxBytes: number): string {
  if (Buffer.byteLength(output) <= maxBytes) return output;
  const notice = `\n[The output was cut after ${maxBytes} bytes]`;
  return cutText(output, Math.max(0, maxBytes - Buffer.byteLength(notice))) + notice;
}
