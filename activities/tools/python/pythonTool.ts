import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Json } from '../../../workflows/domain/json.ts';
import type { ToolDescription, ToolResult } from '../../../workflows/domain/tool.ts';
import type { PythonTool } from '../../../workflows/domain/tools/kinds/python.ts';
import { limitResult } from '../limitResult.ts';
import { revealSecrets, type SecretLookup } from '../secrets/secrets.ts';
import type { ToolCall } from '../toolCall.ts';
import { ToolUnavailable } from '../toolErrors.ts';
import { bareRunner, type PythonRunner } from './runners.ts';
import type { SandboxAnswer } from './sandbox/protocol.ts';
import { SandboxEnded } from './sandboxEnded.ts';
import type { SandboxPool } from './sandboxPool.ts';

/** For a tool's source to be run and its signature read. */
const DESCRIBE_TIMEOUT_MS = 10_000;
const DESCRIPTION_BYTES = 256 * 1024;
const REMEMBERED = 500;

const described = z.union([z.object({ parameters: z.json() }), z.object({ error: z.string() })]);
const called = z.object({ content: z.string(), isError: z.boolean(), bytes: z.number() });

/** The secrets that Python tools find in their environment, each under its own name. */
export interface PythonSecrets {
  names: readonly string[];
  lookup: SecretLookup;
}

/** Python tools; each call has its own interpreter. */
export class PythonTools {
  readonly #pool: SandboxPool;
  readonly #runner: PythonRunner;
  readonly #secrets: PythonSecrets;
  readonly #parameters = new LRUCache<string, { schema: Json }>({ max: REMEMBERED });

  /** Tools are described in the sandbox, whatever `runner` calls them. */
  constructor(
    pool: SandboxPool,
    runner: PythonRunner = bareRunner(pool),
    secrets: PythonSecrets = { names: [], lookup: () => undefined },
  ) {
    this.#pool = pool;
    this.#runner = runner;
    this.#secrets = secrets;
  }

  /**
   * Where the source can't be loaded, as a module is missing, the function is described by its source.
   * Rejects with ToolUnavailable `misconfigured` when that holds no function that can be described.
   */
  async describe(tool: PythonTool, signal: AbortSignal): Promise<ToolDescription> {
    const key = createHash('sha256')
      .update(JSON.stringify([tool.name, tool.imports, tool.source]))
      .digest('hex');
    const known = this.#parameters.get(key) ?? { schema: await this.#readSignature(tool, signal) };
    this.#parameters.set(key, known);
    return { name: tool.name, description: tool.description, parameters: known.schema };
  }

  async call(tool: PythonTool, call: ToolCall): Promise<ToolResult> {
    const { name, source, imports } = tool;
    const { values: environment, mask } = this.#environmentOf(call);
    const request = {
      do: 'call',
      name,
      source,
      imports,
      arguments: call.arguments,
      environment,
      maxBytes: call.maxResultBytes,
    } as const;
    const answer = await this.#runner
      .call(tool, request, {
        timeoutMs: call.timeoutMs,
        maxAnswerBytes: answerBytes(call.maxResultBytes),
        signal: call.signal,
      })
      .catch(endedIn);
    const given = answer instanceof SandboxEnded ? null : valueOf(answer, called);
    if (!given)
      return limitResult({ content: mask(describeEnd(answer)), isError: true }, call.maxResultBytes);
    return limitResult(
      { content: mask(given.content), isError: given.isError },
      call.maxResultBytes,
      given.bytes,
    );
  }

  /** A secret that is not set is not there for the tool, which knows best what that means. */
  #environmentOf(call: ToolCall) {
    const { names, lookup } = this.#secrets;
    const set = names.filter((name) => lookup(name, call.scope) !== undefined);
    return revealSecrets(
      Object.fromEntries(set.map((name) => [name, `\${secret:${name}}`])),
      lookup,
      call.scope,
    );
  }

  async #readSignature(tool: PythonTool, signal: AbortSignal): Promise<Json> {
    const { name, source, imports } = tool;
    const answer = await this.#pool.use(signal, (sandbox) =>
      sandbox
        .ask(
          { do: 'describe', name, source, imports },
          { timeoutMs: DESCRIBE_TIMEOUT_MS, maxAnswerBytes: DESCRIPTION_BYTES, signal },
        )
        .catch(endedIn),
    );
    const given = answer instanceof SandboxEnded ? null : valueOf(answer, described);
    if (given && 'parameters' in given) return given.parameters;
    const reason = given?.error ?? describeEnd(answer);
    throw new ToolUnavailable('misconfigured', `The Python tool "${name}" can't be described: ${reason}`);
  }
}

/** Bytes that an answer's line can take: its text is JSON within JSON, where one byte can become up to 8. */
export function answerBytes(contentBytes: number): number {
  return 8 * contentBytes + 64 * 1024;
}

/** A sandbox that ended is the tool's failure; all else is ours. */
export function endedIn(error: unknown): SandboxEnded {
  if (error instanceof SandboxEnded) return error;
  throw error;
}

/** What the harness gave, or null where hostile code made it something else. */
export function valueOf<Value>(answer: SandboxAnswer, schema: z.ZodType<Value>): Value | null {
  if (answer.kind !== 'done') return null;
  try {
    return schema.safeParse(JSON.parse(answer.value)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function describeEnd(answer: SandboxAnswer | SandboxEnded): string {
  if (answer instanceof SandboxEnded) return `The tool was ended: ${answer.message}`;
  if (answer.kind !== 'broken') return 'The tool broke its interpreter';
  if (answer.exitCode !== null) return `The tool ended its interpreter with exit code ${answer.exitCode}`;
  return `The tool broke its interpreter: ${answer.reason}`;
}
