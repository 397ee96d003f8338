import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';

/** Which of the teams in a team a part of the form is about. */
export interface Scope {
  /** Where in the JSON that team stands; [] is the team itself. */
  at: TeamPath;
  /** How many teams it stands in. */
  depth: number;
  /** What one has gone through to come here, from the outside in: participants and tools. */
  trail: readonly TrailStep[];
}

export interface TrailStep {
  /** A participant's or a tool's name. */
  name: string;
  path: TeamPath;
}

const ScopeContext = createContext<Scope>({ at: [], depth: 0, trail: [] });

export function useScope(): Scope {
  return useContext(ScopeContext);
}

export type TeamScopeProps = {
  at: TeamPath;
  /** What leads into it. */
  through: TrailStep;
  /** Whether it is a team; else it is one participant alone, who has nobody to name. */
  isTeam?: boolean;
  children: ReactNode;
};

/** What stands in it is about a team (or a participant) further in. */
export function TeamScope({ at, through: { name, path }, isTeam = true, children }: TeamScopeProps) {
  const { depth, trail } = useScope();
  const scope = useMemo(
    () => ({ at, depth: isTeam ? depth + 1 : depth, trail: [...trail, { name, path }] }),
    // Paths are made anew at every drawing; what counts is where they lead.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [JSON.stringify([at, path]), name, isTeam, depth, trail],
  );
  return <ScopeContext.Provider value={scope}>{children}</ScopeContext.Provider>;
}
