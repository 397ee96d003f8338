import { assertNever } from '../json.ts';
import { isChatMessage } from '../message.ts';
import type { InitialMessage } from '../modelContext/config.ts';
import { jsonAsPythonText } from '../pythonText.ts';
import type { MessageFilter } from '../team.ts';
import { type HandoffContext, isWithin, type TranscriptEntry } from '../transcript/entry.ts';
import type { LlmMessage } from './llmMessage.ts';

/** Who looks at a transcript, and from which turn. */
export interface Viewer {
  agent: string;
  /** Whose transcript it takes part in. */
  scope: string;
  turn: number;
  /** It has read the others' messages with a lower seq. */
  readBefore: number;
  filter: MessageFilter | null;
  /** Inner teams that take turns beside it: it sees their members' messages too. */
  innerTeams: string[];
  /** Messages before all others, until the team starts again. */
  initial?: InitialMessage[];
}

/**
 * What an agent's model context holds in AutoGen, from the entries in their order: what the others have said since its
 * last turn comes in one batch when its turn begins, then what it did itself. What others say while it works comes with
 * its next turn.
 */
export function agentView(entries: readonly TranscriptEntry[], viewer: Viewer): LlmMessage[] {
  const { sections, last } = sectionsOf(entries, viewer);
  return [
    ...initialView(entries, viewer),
    ...sections.flatMap(({ heard, own }) => [...heard.flatMap(asHeard), ...own.flatMap(asRemembered)]),
    ...last.flatMap(asHeard),
  ];
}

/**
 * How many of a view's last messages are the same whatever came before: `entries` are those from `fromSeq` on. What an
 * agent did in a turn that it began with all before `fromSeq` read, and whatever it heard after that, is there whole.
 */
export function certainTail(entries: readonly TranscriptEntry[], viewer: Viewer, fromSeq: number): number {
  const { sections, last } = sectionsOf(entries, viewer);
  const first = sections.findIndex(({ own }) => own.every(({ readBefore }) => (readBefore ?? 0) >= fromSeq));
  if (first === -1) return 0;
  const later = sections
    .slice(first)
    .flatMap(({ heard, own }, index) => [
      ...(index === 0 ? [] : heard.flatMap(asHeard)),
      ...own.flatMap(asRemembered),
    ]);
  return later.length + last.flatMap(asHeard).length;
}

/** An agent's turns, each with what it heard before, and what it has heard since. */
function sectionsOf(
  entries: readonly TranscriptEntry[],
  viewer: Viewer,
): { sections: { heard: TranscriptEntry[]; own: TranscriptEntry[] }[]; last: TranscriptEntry[] } {
  const known = sinceReset(entries, viewer.scope);
  let pending = known.filter((entry) => !isOwn(entry, viewer) && isHeard(entry, viewer));
  const takeBatch = (readBefore: number) => {
    const batch = pending.filter(({ seq }) => seq < readBefore);
    pending = pending.filter(({ seq }) => seq >= readBefore);
    return filtered(batch, viewer.filter);
  };
  const sections = turnsOf(known.filter((entry) => isOwn(entry, viewer))).map((own) => ({
    heard: takeBatch(Math.max(...own.map(({ readBefore }) => readBefore ?? 0))),
    own,
  }));
  return { sections, last: takeBatch(viewer.readBefore) };
}

/** What an agent's or a selector's context begins with. */
export function initialView(
  entries: readonly TranscriptEntry[],
  { scope, initial = [] }: Pick<Viewer, 'scope' | 'initial'>,
): LlmMessage[] {
  const began = entries.some((entry) => entry.resets && entry.scope === scope);
  return began ? [] : [...initial];
}

/** What the others have said since an agent's last turn, as far as its turn has read it. */
export function newlyHeard(entries: readonly TranscriptEntry[], viewer: Viewer): TranscriptEntry[] {
  const known = sinceReset(entries, viewer.scope);
  const before = known.filter((entry) => isOwn(entry, viewer) && entry.turn !== viewer.turn);
  const readSoFar = Math.max(0, ...before.map(({ readBefore }) => readBefore ?? 0));
  const batch = known.filter(
    (entry) =>
      !isOwn(entry, viewer) &&
      isHeard(entry, viewer) &&
      entry.seq >= readSoFar &&
      entry.seq < viewer.readBefore,
  );
  return filtered(batch, viewer.filter);
}

/** What a manager's thread holds: everything said in its team, by inner teams too. */
export function heardInTeam(
  entries: readonly TranscriptEntry[],
  team: Pick<Viewer, 'scope' | 'innerTeams'>,
): TranscriptEntry[] {
  return sinceReset(entries, team.scope).filter((entry) => isHeard(entry, team));
}

/** A chat message as another participant's context takes it in. */
export function asHeard(entry: TranscriptEntry): LlmMessage[] {
  const { body, source, content } = entry;
  const context = body?.kind === 'handoff' ? body.context.map(asContext) : [];
  if (body?.kind === 'multimodal') return [{ role: 'user', source, content: body.parts }];
  return [...context, { role: 'user', source, content: body?.kind === 'structured' ? body.json : content }];
}

function sinceReset(entries: readonly TranscriptEntry[], scope: string): readonly TranscriptEntry[] {
  const last = entries.findLastIndex((entry) => entry.resets && entry.scope === scope);
  return last === -1 ? entries : entries.slice(last);
}

function isOwn(entry: TranscriptEntry, viewer: Viewer): boolean {
  return entry.scope === viewer.scope && entry.source === viewer.agent && entry.readBefore !== null;
}

function isHeard(entry: TranscriptEntry, team: Pick<Viewer, 'scope' | 'innerTeams'>): boolean {
  if (!isChatMessage(entry)) return false;
  if (entry.scope === team.scope) return true;
  return !entry.copied && team.innerTeams.some((inner) => isWithin(entry.scope, inner));
}

function turnsOf(own: readonly TranscriptEntry[]): TranscriptEntry[][] {
  const turns = new Map<number, TranscriptEntry[]>();
  for (const entry of own) {
    const turn = turns.get(entry.turn);
    if (turn === undefined) turns.set(entry.turn, [entry]);
    else turn.push(entry);
  }
  return [...turns.values()];
}

/** AutoGen's MessageFilterAgent: source by source, in the order of the filter. */
function filtered(batch: TranscriptEntry[], filter: MessageFilter | null): TranscriptEntry[] {
  if (filter === null) return batch;
  return filter.perSource.flatMap(({ source, position, count }) => {
    const messages = batch.filter((entry) => entry.source === source);
    if (position === null || count === null || count === 0) return messages;
    return position === 'first' ? messages.slice(0, count) : messages.slice(-count);
  });
}

/** An agent's own entry as its context keeps it: its model's answers and what its tools gave, nothing made of them. */
function asRemembered(entry: TranscriptEntry): LlmMessage[] {
  const { source, content, body, thought } = entry;
  const memories = (entry.memories ?? []).map(memoryMessage);
  const back = entry.giveBack ? { giveBack: entry.giveBack } : {};
  if (body?.kind === 'tool_results') return [{ role: 'results', results: body.results }];
  if (body?.kind === 'code_result') return [{ role: 'user', source, content }];
  if (body?.kind === 'tool_summary' || body?.kind === 'handoff') return [];
  if (body?.kind === 'tool_calls') {
    return [...memories, { role: 'assistant_calls', source, calls: body.calls, thought, ...back }];
  }
  return [
    ...memories,
    { role: 'assistant', source, content: body?.kind === 'structured' ? body.raw : content, ...back },
  ];
}

/** AutoGen's ListMemory as a system message: JSON contents as Python prints them. */
export function memoryMessage(contents: readonly { content: string; mimeType: string }[]): LlmMessage {
  const lines = contents.map(
    ({ content, mimeType }, index) =>
      `${String(index + 1)}. ${mimeType === 'application/json' ? jsonAsPythonText(content) : content}`,
  );
  return {
    role: 'system',
    content: `\nRelevant memory content (in chronological order):\n${lines.join('\n')}\n`,
  };
}

function asContext(context: HandoffContext): LlmMessage {
  switch (context.kind) {
    case 'assistant_calls':
      return {
        role: 'assistant_calls',
        source: context.source,
        calls: context.calls,
        thought: context.thought,
        ...(context.giveBack === undefined ? {} : { giveBack: context.giveBack }),
      };
    case 'assistant_text':
      return { role: 'assistant', source: context.source, content: context.content };
    case 'user_text':
      return { role: 'user', source: context.source, content: context.content };
    case 'results':
      return { role: 'results', results: context.results };
    default:
      return assertNever(context);
  }
}
