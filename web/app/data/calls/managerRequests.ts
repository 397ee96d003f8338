import type { CallView, MessageView } from '../conversations/view.ts';

/** What a manager's model is asked for, in words. */
const MANAGER_WORDS: Record<string, string> = {
  select: 'Chose who speaks',
  facts: 'Gathered the facts',
  plan: 'Made a plan',
  facts_update: 'Brought the facts up to date',
  plan_update: 'Made a new plan',
  progress: 'Looked at the progress',
  final_answer: 'Wrote the final answer',
};

/** The same while it is asked. */
const MANAGER_WORDS_NOW: Record<string, string> = {
  select: 'choosing who speaks…',
  facts: 'gathering the facts…',
  plan: 'making a plan…',
  facts_update: 'bringing the facts up to date…',
  plan_update: 'making a new plan…',
  progress: 'looking at the progress…',
  final_answer: 'writing the final answer…',
};

/** What a request of a manager was for; null: it is no manager's. */
export function managerPurpose(purpose: string): string | null {
  return Object.hasOwn(MANAGER_WORDS, purpose) ? (MANAGER_WORDS[purpose] ?? null) : null;
}

/** What a manager does now; null: it is no manager's request. */
export function managerPurposeNow(purpose: string): string | null {
  return Object.hasOwn(MANAGER_WORDS_NOW, purpose) ? (MANAGER_WORDS_NOW[purpose] ?? null) : null;
}

const PURPOSE_WORDS: Record<string, string> = {
  ...MANAGER_WORDS,
  reply: 'Reply',
  reflection: 'Put the tools’ results into words',
  society: 'Made one answer of its team’s work',
  summary: 'Summed up what is left out',
};

/** What a request was for. */
export function purposeInWords(purpose: string): string {
  return PURPOSE_WORDS[purpose] ?? purpose;
}

/** Requests that a manager made one after the other and that left no message of its own. */
export interface ManagerRequests {
  scope: string;
  manager: string;
  calls: CallView[];
  /** The message of its team that came next; null: none has come yet. */
  before: MessageView | null;
}

/** All of them, by the place that the manager had in the transcript. */
export function managerRequests(
  calls: readonly CallView[],
  messages: readonly MessageView[],
): ManagerRequests[] {
  const groups = new Map<string, CallView[]>();
  for (const call of calls) {
    // One under way is shown where all that goes on is.
    if (managerPurpose(call.purpose) === null || call.state === 'open') continue;
    if (messages.some(({ seq, source }) => seq === call.seq && source === call.agent)) continue;
    const key = `${call.scope}:${String(call.seq)}`;
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { scope, agent: manager, startedAt } = first;
    const before = messages.find(
      (message) => message.scope === scope && !message.copied && message.createdAt > startedAt,
    );
    return [{ scope, manager, calls: group, before: before ?? null }];
  });
}
