import { assertNever, type Json } from '../json.ts';
import { isChatMessage } from '../message.ts';
import type { ProviderOptions } from '../model.ts';
import type { InitialMessage } from '../modelContext/config.ts';
import { type WireNames, withWireNames } from '../names/wireNames.ts';
import { DEFAULT_PROVIDER, type ProviderName } from '../providers/providerName.ts';
import { wireProviders } from '../providers/registry.ts';
import type { WireProvider, WireRequest } from '../providers/wireProvider.ts';
import type { WireRules } from '../providers/wireRules.ts';
import { isWithin, type TranscriptEntry } from '../transcript/entry.ts';
import { unpackTasks } from '../transcript/unpackTasks.ts';
import { agentView, asHeard, heardInTeam, initialView, type Viewer } from './agentView.ts';
import type { LlmMessage } from './llmMessage.ts';
import { selectorHistory } from './selectorHistory.ts';
import { type ContextSlice, sliced } from './slices.ts';

/** Through whose eyes a request shows the transcript. */
export type RequestView =
  /** No view: the whole request is written out. */
  | { kind: 'none' }
  | { kind: 'agent'; viewer: Viewer }
  /** A manager's thread: its own messages are the assistant's. */
  | { kind: 'manager'; scope: string; innerTeams: string[]; manager: string }
  /** A selector's: the thread as one text within its prompt. */
  | {
      kind: 'selector';
      scope: string;
      innerTeams: string[];
      prompt: string;
      /** The prompt's fields besides {history}. */
      fields: { roles: string; participants: string };
      role: 'system' | 'user';
      initial?: InitialMessage[];
    }
  /** All messages of an inner team's run, for the model that sums them up in one answer. */
  | { kind: 'inner_run'; scope: string };

/**
 * A request in constant space: the part from the transcript is described by its reader, its time and its range;
 * everything else is written out. With the transcript it gives the exact request again, which the stored hash proves.
 */
export interface ViewOutline {
  /** Which rules turn entries into messages; a changed rule gets the next number. */
  renderer: 2;
  agent: string;
  /** How the model is spoken to; absent: by Chat Completions. */
  provider?: ProviderName;
  /** Further options of the provider; absent: none. */
  options?: ProviderOptions;
  /** Absent: the answer comes in pieces. */
  stream?: false;
  /** The body's fields besides messages, tools and format, in their order. */
  parameters: { model: string; [name: string]: Json };
  rules: WireRules;
  view: RequestView;
  /** Entries with a later position did not exist yet. */
  asOf: number;
  /** Entries of a lower seq were left unread: the context shows none of them. Absent: all were read. */
  fromSeq?: number;
  before: LlmMessage[];
  /** Messages that follow the view and count as part of it: the contents of an agent's memory. */
  appended: LlmMessage[];
  /** Parts of the view with what is appended to it. */
  slices: ContextSlice[];
  after: LlmMessage[];
  /** Absent where a request was made before there were tables: names of calls then stood as they were. */
  names?: WireNames;
  /** The tools' schemas, kept as a request part. */
  tools: { sha256: string; choice: 'auto' | 'none' } | null;
  /** The body's response_format. */
  format: Json;
}

/** The messages that a view gives, before the agent's model context leaves some out. */
export function viewOf(view: RequestView, entries: readonly TranscriptEntry[]): LlmMessage[] {
  switch (view.kind) {
    case 'none':
      return [];
    case 'agent':
      return agentView(unpackTasks(entries), view.viewer);
    case 'manager':
      return heardInTeam(unpackTasks(entries), view).map((entry) => asManagerHears(entry, view.manager));
    case 'selector':
      return [...initialView(entries, view), ...heardInTeam(unpackTasks(entries), view).flatMap(asHeard)];
    case 'inner_run':
      return entries
        .filter((entry) => isWithin(entry.scope, view.scope) && isChatMessage(entry) && !entry.copied)
        .flatMap((entry) => asHeard(withoutContext(entry)));
    default:
      return assertNever(view);
  }
}

/** The request of an outline. `tools` is the part whose hash it names. */
export function expandViewOutline(
  outline: ViewOutline,
  entries: readonly TranscriptEntry[],
  tools: Json | null,
): WireRequest {
  const { asOf, fromSeq = 0 } = outline;
  const known = entries.filter(({ position, seq }) => position <= asOf && seq >= fromSeq);
  const shown = sliced([...viewOf(outline.view, known), ...outline.appended], outline.slices);
  const framed = outline.view.kind === 'selector' ? [selectorHistory(outline.view, shown)] : shown;
  const messages = [...outline.before, ...framed, ...outline.after];
  const named = outline.names === undefined ? messages : withWireNames(messages, outline.names);
  const provider: WireProvider = wireProviders[outline.provider ?? DEFAULT_PROVIDER];
  return provider.toWire(
    {
      parameters: outline.parameters,
      messages: named,
      tools: outline.tools === null ? null : { list: tools, choice: outline.tools.choice },
      format: outline.format,
      stream: outline.stream ?? true,
      options: outline.options ?? {},
    },
    outline.rules,
  );
}

function asManagerHears(entry: TranscriptEntry, manager: string): LlmMessage {
  const { source, content, body } = entry;
  if (source === manager) return { role: 'assistant', source, content };
  return { role: 'user', source, content: body?.kind === 'multimodal' ? body.parts : content };
}

function withoutContext(entry: TranscriptEntry): TranscriptEntry {
  return entry.body?.kind === 'handoff' ? { ...entry, body: { ...entry.body, context: [] } } : entry;
}
