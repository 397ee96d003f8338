import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { PlacedIssue } from '../check/checkTeamText.ts';
import type { TeamPath } from '../check/issuesOf.ts';
import { pathKey } from '../check/jsonPath.ts';
import { listAt, valueAt } from './jsonValue.ts';
import type { DraftChange, TeamDraft } from './teamDraft.ts';

interface DraftOfForm {
  value: unknown;
  errorsByPath: ReadonlyMap<string, readonly string[]>;
  issuePaths: readonly TeamPath[];
  unfinished: TeamDraft['unfinished'];
  change: (change: DraftChange) => void;
}

const DraftContext = createContext<DraftOfForm>({
  value: {},
  errorsByPath: new Map(),
  issuePaths: [],
  unfinished: {},
  change: () => undefined,
});

export type DraftProviderProps = {
  draft: TeamDraft;
  /** What is wrong with it, as the browser and the server see it. */
  issues: readonly PlacedIssue[];
  change: (change: DraftChange) => void;
  children: ReactNode;
};

/** What the fields of the form below read and write: each by its path into the team's JSON. */
export function DraftProvider({
  draft: { value, unfinished },
  issues,
  change,
  children,
}: DraftProviderProps) {
  const draft = useMemo(() => {
    const errorsByPath = new Map<string, string[]>();
    const all = [...issues, ...Object.values(unfinished)];
    for (const { path, message } of all) {
      const key = pathKey(path);
      errorsByPath.set(key, [...(errorsByPath.get(key) ?? []), message]);
    }
    return { value, errorsByPath, issuePaths: all.map(({ path }) => path), unfinished, change };
  }, [value, unfinished, issues, change]);
  return <DraftContext.Provider value={draft}>{children}</DraftContext.Provider>;
}

/** One place in the team's JSON: what stands there, what is wrong with it, and how to put something else there. */
export function useField(path: TeamPath) {
  const { value, errorsByPath, unfinished, change } = useContext(DraftContext);
  return {
    value: valueAt(value, path),
    errors: errorsByPath.get(pathKey(path)),
    /** Its own text is no value yet. */
    isUnfinished: Object.hasOwn(unfinished, pathKey(path)),
    set: (next: unknown) => change({ kind: 'value', path, value: next }),
    setUnfinished: (message: string | null) => change({ kind: 'unfinished', path, message }),
  };
}

/** Whether something is wrong at a place or anywhere below it. */
export function useHasIssues(path: TeamPath): boolean {
  const { issuePaths } = useContext(DraftContext);
  return issuePaths.some((issue) => path.every((step, index) => issue[index] === step));
}

/** A list in the team's JSON. */
export function useListField(path: TeamPath) {
  const { value, errorsByPath, change } = useContext(DraftContext);
  const entries = listAt(value, path);
  return {
    entries,
    errors: errorsByPath.get(pathKey(path)),
    set: (next: readonly unknown[]) => change({ kind: 'value', path, value: next }),
  };
}

/** The names of the team's participants, to choose from. */
export function useParticipantNames(): string[] {
  const { value } = useContext(DraftContext);
  return listAt(value, ['participants']).flatMap((participant) => {
    const name = valueAt(participant, ['name']);
    return typeof name === 'string' && name !== '' ? [name] : [];
  });
}
