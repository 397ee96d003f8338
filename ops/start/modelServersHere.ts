/** Programs that serve models on a machine, with the ports on which they listen by default. */
const KNOWN = [
  { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1' },
  { name: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1' },
] as const;

/** No longer wait is needed: a server on this machine answers at once. */
const PROBE_MS = 500;

export interface ModelServer {
  name: string;
  /** The value to set OPENAI_BASE_URL to. */
  baseUrl: string;
  /** The server's first model; null: it lists none. */
  model: string | null;
}

/** The known model servers that answer on this machine, each with a model to use. Never fails. */
export async function modelServersHere(
  known: readonly { name: string; baseUrl: string }[] = KNOWN,
): Promise<ModelServer[]> {
  const answers = await Promise.all(known.map(probe));
  return answers.filter((answer) => answer !== null);
}

/**
 * The message about one of them.
 * @example // Ollama answers on this machine. To use it: OPENAI_BASE_URL=… DEFAULT_MODEL=… npm start
 */
export function howToUse({ name, baseUrl, model }: ModelServer): string {
  if (model === null) {
    return `${name} answers on this machine but has no model yet. Once it has one: OPENAI_BASE_URL=${baseUrl} DEFAULT_MODEL=… npm start`;
  }
  return `${name} answers on this machine. To use it: OPENAI_BASE_URL=${baseUrl} DEFAULT_MODEL=${quoted(model)} npm start`;
}

async function probe({ name, baseUrl }: { name: string; baseUrl: string }): Promise<ModelServer | null> {
  try {
    const answer = await fetch(`${baseUrl}/models`, { signal: AbortSignal.timeout(PROBE_MS) });
    const listed: unknown = await answer.json();
    return answer.ok ? { name, baseUrl, model: firstModel(listed) } : null;
  } catch {
    // Nothing is listening there, or something else is.
    return null;
  }
}

/** The first chat model in a list of models in the format of OpenAI's API. */
function firstModel(listed: unknown): string | null {
  if (typeof listed !== 'object' || listed === null || !('data' in listed) || !Array.isArray(listed.data))
    return null;
  const ids = listed.data.flatMap((model: unknown) =>
    typeof model === 'object' && model !== null && 'id' in model && typeof model.id === 'string'
      ? [model.id]
      : [],
  );
  return ids.find((id) => !/embed/i.test(id)) ?? null;
}

/** Quoted for a shell. */
function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll(/[^\x20-\x7e]|'/g, '')}'`;
}
