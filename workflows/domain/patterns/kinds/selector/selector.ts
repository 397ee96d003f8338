import type { ModelClient } from '../../../model.ts';
import type { ModelContextConfig } from '../../../modelContext/config.ts';
import type { Pattern } from '../../pattern.ts';

/** A model chooses the speaker. */
export interface SelectorConfig {
  kind: 'selector';
  /** Null: the deployment's default model. */
  model: ModelClient | null;
  /** With the fields {roles}, {participants} and {history}; null: AutoGen's own. */
  prompt: string | null;
  allowRepeatedSpeaker: boolean;
  /** How often the model is asked before the fallback is used. */
  maxAttempts: number;
  /**
   * AutoGen's candidate_func as data: a CEL expression that holds for the participants who may speak next, over `name`,
   * `description`, `previous` (who spoke last, or "") and `last` (the last message: `source`, `type`, `content`).
   * Null: all but the previous speaker where repeats are off.
   */
  candidateFilter: string | null;
  /** AutoGen's model_client_streaming: with team events on, the selector's answers are events. */
  streaming: boolean;
  context: ModelContextConfig;
}

/** The workflow's part of a selector. */
export interface PlannedSelector {
  kind: 'selector';
  allowRepeatedSpeaker: boolean;
  /** Whether the manager narrows the candidates before it asks its model. */
  filtered: boolean;
  /** How many of its model's answers may be shown as events; 0: they are not. */
  shownAttempts: number;
}

export interface SelectorState {
  kind: 'selector';
  /** Who spoke last, in any run. */
  previous: string | null;
  /** Chosen and about to speak. */
  chosen: string | null;
}

/** Its model is asked to choose: `candidates` are all possible speakers, before any candidate filter. */
export interface Selection {
  kind: 'select';
  candidates: string[];
  previous: string | null;
}

/** Whom it chose. */
export interface Selected {
  kind: 'selected';
  speaker: string;
}

/**
 * A model chooses who speaks among all participants, without the previous speaker where repeats are off. It isn't asked
 * where there is one candidate only.
 */
export const selector: Pattern<PlannedSelector, SelectorState, SelectorConfig, Selection, Selected> = {
  manager: 'SelectorGroupChatManager',
  plan: ({ allowRepeatedSpeaker, candidateFilter, streaming, maxAttempts }) => ({
    kind: 'selector',
    allowRepeatedSpeaker,
    filtered: candidateFilter !== null,
    shownAttempts: streaming ? maxAttempts : 0,
  }),
  // Its answers are shown where the team shows its events.
  messagesOfManager: ({ shownAttempts }, _work, emitTeamEvents) => (emitTeamEvents ? shownAttempts : 0),
  initial: () => ({ kind: 'selector', previous: null, chosen: null }),
  started: (_context, state) => ({ ...state, chosen: null }),
  next: ({ config, participants }, { previous, chosen }) => {
    if (chosen !== null) return { kind: 'speak', speakers: [chosen] };
    const candidates = candidatesOf(config, participants, previous);
    const [only, ...others] = candidates;
    if (only !== undefined && others.length === 0 && !config.filtered) {
      return { kind: 'speak', speakers: [only] };
    }
    return { kind: 'manage', work: { kind: 'select', candidates, previous } };
  },
  managed: ({ config, participants }, state, result) => {
    if (result.kind === 'selected') return { ...state, chosen: result.speaker };
    const candidates = candidatesOf(config, participants, state.previous);
    return { ...state, chosen: fallbackSpeaker(config, candidates, state.previous) };
  },
  observe: (_context, state, { speakers }) => ({
    kind: 'selector',
    previous: speakers[0] ?? state.previous,
    chosen: null,
  }),
  stopped: (_context, state) => ({ ...state, chosen: null }),
};

/**
 * The speaker if the model named nobody: the previous speaker, as in AutoGen, but only if repeats are allowed
 * (AutoGen uses the previous one even then, and asks in vain for ever); else the first other candidate.
 */
export function fallbackSpeaker(
  config: Pick<PlannedSelector, 'allowRepeatedSpeaker'>,
  candidates: readonly string[],
  previous: string | null,
): string {
  if (config.allowRepeatedSpeaker && previous !== null && candidates.includes(previous)) return previous;
  const speaker = candidates.find((candidate) => candidate !== previous) ?? candidates[0];
  if (speaker === undefined) throw new Error('The team has nobody who could speak');
  return speaker;
}

function candidatesOf(
  config: PlannedSelector,
  participants: readonly string[],
  previous: string | null,
): string[] {
  const others = participants.filter((name) => config.allowRepeatedSpeaker || name !== previous);
  return others.length > 0 ? others : [...participants];
}
