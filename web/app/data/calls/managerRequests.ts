import type {
  ManagerRequests as RequestsOf,
  PatternKind,
} from '../../../../workflows/domain/patterns/registry.ts';
import type { MessageView } from '../messages/messageView.ts';
import type { CallView } from './callView.ts';

/** Every purpose of a manager's request, of all patterns; `calls:purpose` has the words for each. */
const OF_MANAGERS: Record<RequestsOf[PatternKind], true> = {
  select: true,
  facts: true,
  plan: true,
  facts_update: true,
  plan_update: true,
  progress: true,
  final_answer: true,
};

/** Whether managers make requests for this purpose. */
export function isManagers(purpose: string): boolean {
  return Object.hasOwn(OF_MANAGERS, purpose);
}

/** Consecutive requests of a manager that left no message of their own. */
export interface ManagerRequests {
  scope: string;
  manager: string;
  calls: CallView[];
  /** The next message of its team; null if there is none yet. */
  before: MessageView | null;
}

/** All of them, in the order of the transcript. */
export function managerRequests(
  calls: readonly CallView[],
  messages: readonly MessageView[],
): ManagerRequests[] {
  const groups = new Map<string, CallView[]>();
  for (const call of calls) {
    // Open requests are shown with the other work in progress.
    if (!isManagers(call.purpose) || call.state === 'open') continue;
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
