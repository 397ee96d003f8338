import type { ChildProcessByStdio } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import type { ReplayVerdict } from '../workflows/domain/replay/verdict.ts';
import { inMib, type ReplayLimits } from './limits.ts';
import type { ReplayAnswer, ReplayTask } from './protocol.ts';
import { refused } from './refusedHistory.ts';

/** The process that replays, with what is said to it and by it. */
export type Child = ChildProcessByStdio<Writable, Readable, Readable>;

const MEMORY_CHECK_MS = 100;
const DIAGNOSIS_CHARACTERS = 8_192;

export interface Answered {
  verdict: ReplayVerdict;
  /** Whether a limit was reached: the process can take no other history. */
  isSpent: boolean;
}

/**
 * Gives the process a history and waits for its answer, within the limits. Rejects where the process ends by itself, or answers what is
 * no verdict: then it can take no other history.
 */
export async function askChild(
  child: Child,
  { form, bytes }: { form: ReplayTask['form']; bytes: Uint8Array },
  limits: ReplayLimits,
  signal: AbortSignal,
): Promise<Answered> {
  const outcome = await new Promise<{ line: string } | { spent: ReplayVerdict }>((resolve, reject) => {
    let answer = '';
    let diagnosis = '';
    const stop = (settle: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      child.stdout.removeAllListeners('data');
      child.stderr.removeAllListeners('data');
      child.removeAllListeners();
      settle();
    };
    const cutOff = (spent: ReplayVerdict) => {
      stop(() => resolve({ spent }));
    };
    const timer = setTimeout(() => cutOff(tooSlow(limits)), limits.timeoutMs);
    const watch = setInterval(() => {
      void isTooLarge(child, limits).then((tooMuch) => {
        if (tooMuch) cutOff(tooMuchMemory(limits));
      });
    }, MEMORY_CHECK_MS);
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
      if (answer.length > limits.mostAnswerBytes) cutOff(refused('too_large', null));
      else if (answer.endsWith('\n')) stop(() => resolve({ line: answer }));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      diagnosis = (diagnosis + text).slice(-DIAGNOSIS_CHARACTERS);
    });
    child.on('error', (error) => stop(() => reject(error)));
    child.on('close', (_code, killedBy) => {
      if (signal.aborted) stop(() => reject(signal.reason as Error));
      else if (isOutOfMemory(diagnosis) || killedBy === 'SIGKILL') cutOff(tooMuchMemory(limits));
      else {
        const words = killedBy ?? diagnosis.trim();
        stop(() => reject(new Error(`The process that replays ended by itself: ${words}`)));
      }
    });
    const task: ReplayTask = { form, bytes: bytes.length, limits };
    child.stdin.write(`${JSON.stringify(task)}\n`);
    child.stdin.write(bytes);
  });
  return 'line' in outcome
    ? { verdict: parseAnswer(outcome.line), isSpent: false }
    : { verdict: outcome.spent, isSpent: true };
}

/** The line comes from our own code, which has touched a stranger's history: only its outline is believed. */
function parseAnswer(line: string): ReplayAnswer {
  const answer = parseJson(line) as ReplayAnswer | null;
  if (answer?.kind === 'agrees' || answer?.kind === 'differs' || answer?.kind === 'refused') return answer;
  throw new Error('The process that replays gave no answer');
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error('The process that replays gave no answer', { cause });
  }
}

function isOutOfMemory(diagnosis: string): boolean {
  return /heap out of memory|Array buffer allocation failed|memory allocation of/i.test(diagnosis);
}

/** Linux alone tells this; elsewhere the limit of the heap holds by itself. */
async function isTooLarge({ pid, exitCode }: Child, { residentBytes }: ReplayLimits): Promise<boolean> {
  if (process.platform !== 'linux' || pid === undefined || exitCode !== null) return false;
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  const residentKib = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
  return residentKib * 1_024 > residentBytes;
}

function tooSlow({ timeoutMs }: ReplayLimits): ReplayVerdict {
  return refused('too_slow', { kind: 'most_seconds', seconds: timeoutMs / 1_000 });
}

function tooMuchMemory({ residentBytes }: ReplayLimits): ReplayVerdict {
  return refused('too_much_memory', { kind: 'most_memory', mib: inMib(residentBytes) });
}
