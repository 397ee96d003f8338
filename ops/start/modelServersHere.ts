/** Programs that serve models on a machine, where they listen unless told otherwise. */
const KNOWN = [
  { name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1' },
  { name: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1' },
] as const;

/** Nothing waits for longer: who listens on this machine answers at once. */
const PROBE_MS = 500;

export interface ModelServer {
  name: string;
  /** What OPENAI_BASE_URL is to be. */
  baseUrl: string;
  /** The first model that it has; null: it names none. */
  model: string | null;
}

/** Which of the known model servers answer on this machine, with a model to use. Never fails. */
export async function modelServersHere(
  known: readonly { name: string; baseUrl: string }[] = KNOWN,
): Promise<ModelServer[]> {
  const answers = await Promise.all(known.map(probe));
  return answers.filter((answer) => answer !== null);
}

/** What to say of one. @example // Ollama answers on this machine. To use it: OPENAI_BASE_URL=… DEFAULT_MODEL=… npm start */
export function howToUse({ name, baseUrl, model }: ModelServer): string {
  if (model === null) {
    return `${name} answers on this machine, without a model yet. With one: OPENAI_BASE_URL=${baseUrl} DEFAULT_MODEL=… npm start`;
  }
  return `${name} answers on this machine. To use it: OPENAI_BASE_URL=${baseUrl} DEFAULT_MODEL=${quoted(model)} npm start`;
}

async function probe({ name, baseUrl }: { name: string; baseUrl: string }): Promise<ModelServer | null> {
  try {
    const answer = await fetch(`${baseUrl}/models`, { signal: AbortSignal.timeout(PROBE_MS) });
    const listed: unknown = await answer.json();
    return answer.ok ? { name, baseUrl, model: firstModel(listed) } : null;
  } catch {
    // Nobody listens there, or somebody else does.
    return null;
  }
}

/** The first of a list of models that can chat, as OpenAI's API writes it. */
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

/** As a shell takes it. */
function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll(/[^\x20-\x7e]|'/g, '')}'`;
}
