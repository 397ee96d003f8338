import type { Json } from '../../../workflows/domain/json.ts';
import type { HttpTool } from '../../../workflows/domain/tools/kinds/http.ts';

/** Arguments that make no request of this tool; the text is for the model. */
export class UnfitArguments extends Error {
  override readonly name = 'UnfitArguments';
}

export interface RequestParts {
  url: string;
  /** Absent where the arguments went into the address. */
  body?: string;
}

const PARAMETER = /\{([^{}]*)\}/g;

/** Path parameters first; the rest becomes the query of GET and DELETE, and a JSON body otherwise. As AutoGen's HttpTool. */
export function buildRequest(tool: HttpTool, args: Record<string, Json>): RequestParts {
  const origin = /^\w+:\/\/[^/?#]*/.exec(tool.url)?.[0] ?? '';
  const path = origin === '' ? '' : tool.url.slice(origin.length);
  const used = new Set<string>();
  const filled = path.replace(PARAMETER, (_match, name: string) => {
    used.add(name);
    return pathSegment(name, args[name]);
  });
  const rest = Object.entries(args).filter(([name]) => !used.has(name));
  // A parameter in the host would let the model choose whom it talks to, headers included.
  const url = new URL(origin + filled);
  if (tool.method !== 'GET' && tool.method !== 'DELETE') {
    return { url: url.href, body: JSON.stringify(Object.fromEntries(rest)) };
  }
  for (const [name, value] of rest) {
    for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, queryText(each));
  }
  return { url: url.href };
}

function pathSegment(name: string, value: Json | undefined): string {
  if (value === undefined || value === null || typeof value === 'object') {
    throw new UnfitArguments(`The path parameter "${name}" is missing: give a text or a number`);
  }
  const text = String(value);
  // None of these spellings survives as a path segment: URLs are normalised.
  if (/^\.{0,2}$/.test(text)) throw new UnfitArguments(`The path parameter "${name}" can't be "${text}"`);
  return encodeURIComponent(text);
}

function queryText(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
