import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';

/** The (inner) team that a part of the form belongs to. */
export interface Scope {
  /** That team's path in the JSON; [] is the outermost team. */
  at: TeamPath;
  /** How many teams it is nested in. */
  depth: number;
  /** The participants and tools on the way here, from the outside in. */
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
  /** The participant or tool that contains it. */
  through: TrailStep;
  /** Whether it is a team; otherwise it is a single participant, who has no others to name. */
  isTeam?: boolean;
  children: ReactNode;
};

/** Sets the scope for fields of a nested team (or participant). */
export function TeamScope({ at, through: { name, path }, isTeam = true, children }: TeamScopeProps) {
  const { depth, trail } = useScope();
  const scope = useMemo(
    () => ({ at, depth: isTeam ? depth + 1 : depth, trail: [...trail, { name, path }] }),
    // Paths are new arrays at every render; their content is compared.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [JSON.stringify([at, path]), name, isTeam, depth, trail],
  );
  return <ScopeContext.Provider value={scope}>{children}</ScopeContext.Provider>;
}
