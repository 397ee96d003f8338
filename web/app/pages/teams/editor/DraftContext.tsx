import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { PlacedIssue } from '../../../data/teams/check/checkTeamText.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { pathKey } from '../../../data/teams/check/jsonPath.ts';
import { listAt, valueAt } from './jsonValue.ts';
import { isWithin, placeAttribute, type PlaceInForm } from './place.ts';
import type { DraftChange, TeamDraft } from './teamDraft.ts';
import { useScope } from './TeamScope.tsx';

interface DraftOfForm {
  value: unknown;
  errorsByPath: ReadonlyMap<string, readonly string[]>;
  issuePaths: readonly TeamPath[];
  unfinished: TeamDraft['unfinished'];
  wanted: PlaceInForm | null;
  change: (change: DraftChange) => void;
  goTo: (path: TeamPath) => void;
}

const DraftContext = createContext<DraftOfForm>({
  value: {},
  errorsByPath: new Map(),
  issuePaths: [],
  unfinished: {},
  wanted: null,
  change: () => undefined,
  goTo: () => undefined,
});

export type DraftProviderProps = {
  draft: TeamDraft;
  /** Its errors, as found by the browser and the server. */
  issues: readonly PlacedIssue[];
  /** The place to go to: folds above it open. */
  wanted: PlaceInForm | null;
  change: (change: DraftChange) => void;
  /** Goes to a place in the form. */
  goTo: (path: TeamPath) => void;
  children: ReactNode;
};

/** Gives the fields below access to the draft: each reads and writes its path in the team's JSON. */
export function DraftProvider({
  draft: { value, unfinished },
  issues,
  wanted,
  change,
  goTo,
  children,
}: DraftProviderProps) {
  const draft = useMemo(() => {
    const errorsByPath = new Map<string, string[]>();
    const all = [...issues, ...Object.values(unfinished)];
    for (const { path, message } of all) {
      const key = pathKey(path);
      const errors = errorsByPath.get(key) ?? [];
      if (!errors.includes(message)) errorsByPath.set(key, [...errors, message]);
    }
    const issuePaths = all.map(({ path }) => path);
    return { value, errorsByPath, issuePaths, unfinished, wanted, change, goTo };
  }, [value, unfinished, issues, wanted, change, goTo]);
  return <DraftContext.Provider value={draft}>{children}</DraftContext.Provider>;
}

/** One place in the team's JSON: its value, its errors, and a way to change it. */
export function useField(path: TeamPath) {
  const { value, errorsByPath, unfinished, change } = useContext(DraftContext);
  return {
    value: valueAt(value, path),
    errors: errorsByPath.get(pathKey(path)),
    /** For the control: lets the form find the place. */
    place: placeAttribute(path),
    /** Its own text is not a valid value yet. */
    isUnfinished: Object.hasOwn(unfinished, pathKey(path)),
    set: (next: unknown) => change({ kind: 'value', path, value: next }),
    setUnfinished: (message: string | null) => change({ kind: 'unfinished', path, message }),
  };
}

/** Whether there are errors at a place or below it. */
export function useHasIssues(path: TeamPath): boolean {
  const { issuePaths } = useContext(DraftContext);
  return issuePaths.some((issue) => isWithin(issue, path));
}

/** A list in the team's JSON. */
export function useListField(path: TeamPath) {
  const { value, errorsByPath, change } = useContext(DraftContext);
  const entries = listAt(value, path);
  return {
    entries,
    errors: errorsByPath.get(pathKey(path)),
    place: placeAttribute(path),
    set: (next: readonly unknown[]) => change({ kind: 'value', path, value: next }),
  };
}

/** Changes the draft in ways that a single field can't express. */
export function useChange(): (change: DraftChange) => void {
  return useContext(DraftContext).change;
}

/** The place to go to in the form, and a way to go to another. */
export function useGoTo() {
  const { wanted, goTo } = useContext(DraftContext);
  return { wanted, goTo };
}

/** The names of the participants of the scope's team, to choose from. */
export function useParticipantNames(): string[] {
  const { value } = useContext(DraftContext);
  const { at } = useScope();
  return listAt(value, [...at, 'participants']).flatMap((participant) => {
    const name = valueAt(participant, ['name']);
    return typeof name === 'string' && name !== '' ? [name] : [];
  });
}
