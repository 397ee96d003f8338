import type {
  ManagerRequests as RequestsOf,
  PatternKind,
} from '../../../../workflows/domain/patterns/registry.ts';
import type { CallView, MessageView } from '../conversations/view.ts';

/** Every request of a manager, of whatever pattern; what it is for is said by `calls:purpose`. */
const OF_MANAGERS: Record<RequestsOf[PatternKind], true> = {
  select: true,
  facts: true,
  plan: true,
  facts_update: true,
  plan_update: true,
  progress: true,
  final_answer: true,
};

/** Whether a request of this purpose is one that managers make. */
export function isManagers(purpose: string): boolean {
  return Object.hasOwn(OF_MANAGERS, purpose);
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
