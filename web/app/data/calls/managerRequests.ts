import { managerRequest } from '../../views/teams/patterns/registry.ts';
import type { CallView, MessageView } from '../conversations/view.ts';

/** Whether a request of this purpose is one that managers make. */
export function isManagers(purpose: string): boolean {
  return managerRequest(purpose) !== null;
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
