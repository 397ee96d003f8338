import type { LlmMessage } from '../request/llmMessage.ts';
import { wireName } from '../request/wireName.ts';
import { folded } from './identifier.ts';

/**
 * The spelling of our names in one request, where it differs: providers accept ASCII letters, digits, `_` and `-`, at
 * most 64. One table per request, kept with its outline; no two names in a table share a spelling.
 */
export interface WireNames {
  tools: Record<string, string>;
  speakers: Record<string, string>;
}

const MAX_LENGTH = 64;
const MARK_LENGTH = 8;
const ASCII = /^[\x20-\x7e]*$/;

/** The table of a request: of the tools that it offers, and of all who speak in its messages. */
export function wireNamesFor(tools: readonly string[], messages: readonly LlmMessage[]): WireNames {
  const speakers = messages.flatMap((message) => (message.role === 'user' ? [message.source] : []));
  return { tools: wireTable(tools), speakers: wireTable(speakers) };
}

/**
 * A unique name for each: a name that providers accept is unchanged; an ASCII name is converted as AutoGen does, if
 * that is unique; any other gets a hash of its spelling, so that it is the same in every request.
 */
export function wireTable(names: readonly string[]): Record<string, string> {
  const distinct = [...new Set(names)];
  const taken = new Set(distinct.filter(isWireName));
  const others = distinct.filter((name) => !isWireName(name)).sort();
  const plain = others.filter(isPlain);
  const table = new Map<string, string>();
  const allot = (name: string, wanted: string) => {
    let wire = wanted;
    for (let salt = 1; taken.has(wire); salt += 1) wire = marked(name, salt);
    taken.add(wire);
    table.set(name, wire);
  };
  const namesakes = countsOf(plain.map(wireName));
  for (const name of plain) if (namesakes.get(wireName(name)) === 1) allot(name, wireName(name));
  for (const name of others) if (!table.has(name)) allot(name, marked(name));
  return Object.fromEntries(table);
}

/** A name on the wire by a table; one that is not in it has no namesake to be kept apart from. */
export function onWire(name: string, table: Readonly<Record<string, string>>): string {
  const known = Object.hasOwn(table, name) ? table[name] : undefined;
  if (known !== undefined) return known;
  if (isWireName(name)) return name;
  return isPlain(name) ? wireName(name) : marked(name);
}

/** Messages as a provider accepts them, with the converted names of calls and speakers. */
export function withWireNames(messages: readonly LlmMessage[], names: WireNames): LlmMessage[] {
  return messages.map((message): LlmMessage => {
    switch (message.role) {
      case 'user':
        return { ...message, name: onWire(message.source, names.speakers) };
      case 'assistant_calls':
        return {
          ...message,
          calls: message.calls.map((call) => ({ ...call, name: onWire(call.name, names.tools) })),
        };
      case 'results':
        return {
          ...message,
          results: message.results.map((result) => ({ ...result, name: onWire(result.name, names.tools) })),
        };
      case 'system':
      case 'assistant':
        return message;
    }
  });
}

/**
 * The tool that a model means by a name: as sent in the request, or in its own spelling, which the model may have
 * read in a prompt. An unknown name is returned as it will be stored: converted as AutoGen does for ASCII, else
 * unchanged.
 */
export function toolMeant(said: string, tools: readonly string[]): string {
  const table = wireTable(tools);
  const only = (fits: (tool: string) => boolean): string | undefined => {
    const [tool, ...others] = tools.filter(fits);
    return others.length === 0 ? tool : undefined;
  };
  return (
    tools.find((tool) => onWire(tool, table) === said) ??
    tools.find((tool) => tool === said) ??
    only((tool) => isPlain(tool) && wireName(tool) === said) ??
    only((tool) => folded(tool) === folded(said)) ??
    (ASCII.test(said) ? wireName(said) : said)
  );
}

/**
 * A model's text with the names of others in their own spelling: the model knows them from the request in their
 * converted form. Only names with a hash are replaced, since they can't mean anything else.
 */
export function ownNamesIn(text: string, names: WireNames | undefined): string {
  if (names === undefined) return text;
  const own = new Map(
    [names.tools, names.speakers]
      .flatMap((table) => Object.entries(table))
      .filter(([name, wire]) => MARKED.test(wire) && !/["\\\p{Cc}]/u.test(name))
      .map(([name, wire]) => [wire, name] as const),
  );
  if (own.size === 0) return text;
  // Marked names hold nothing that means something in a pattern.
  const words = new RegExp(`(?<![a-zA-Z0-9_])(?:${[...own.keys()].join('|')})(?![a-zA-Z0-9_])`, 'g');
  return text.replaceAll(words, (word) => own.get(word) ?? word);
}

const MARKED = /_[0-9a-f]{8}$/;

function isWireName(name: string): boolean {
  return /^[a-zA-Z0-9_-]{1,64}$/.test(name);
}

/** Whether AutoGen's way of writing a name leaves something of it. */
function isPlain(name: string): boolean {
  return name !== '' && name.length <= MAX_LENGTH && ASCII.test(name);
}

/** What can be read of a name, and a mark that tells it from others. */
function marked(name: string, salt = 0): string {
  const readable = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9-]+/g, '_')
    .slice(0, MAX_LENGTH - MARK_LENGTH - 1)
    .replace(/_$/, '');
  return `${readable}_${mark(`${name}${salt === 0 ? '' : `#${String(salt)}`}`)}`;
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** FNV-1a of a text's code units, in eight hexadecimal digits. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(MARK_LENGTH, '0');
}
