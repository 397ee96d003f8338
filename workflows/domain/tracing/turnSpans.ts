import { outerScope, ROOT_SCOPE, segmentNames } from '../conversation/scope.ts';

/** Where in a conversation an activity belongs; it is part of its argument. */
export interface TurnPlace {
  scope: string;
  turn: number;
  speaker: string;
}

/** A speaker's turn that is under way, as its activities show it. */
export interface OpenTurn extends TurnPlace {
  fromMs: number;
  /** When the last of its activities so far began or ended. */
  toMs: number;
}

/** A turn's name among all of a run. */
export function turnKey({ scope, turn, speaker }: TurnPlace): string {
  return `${scope} ${String(turn)} ${speaker}`;
}

/** The place that an activity's argument names; null: it is of no turn. */
export function placeOf(argument: unknown): TurnPlace | null {
  if (typeof argument !== 'object' || argument === null) return null;
  const { scope, turn, speaker } = argument as Partial<Record<keyof TurnPlace, unknown>>;
  if (typeof scope !== 'string' || typeof turn !== 'number' || typeof speaker !== 'string') return null;
  return { scope, turn, speaker };
}

/** Takes note of an activity of a turn; says which turns are over by that: earlier ones of its team, and of teams within it. */
export function noteActivity(
  open: readonly OpenTurn[],
  place: TurnPlace,
  nowMs: number,
): { open: OpenTurn[]; ended: OpenTurn[] } {
  const isOver = (each: OpenTurn) =>
    (each.scope === place.scope && each.turn < place.turn) ||
    (isInside(each.scope, place.scope) && !hasOuter(open, each, place));
  const ended = open.filter(isOver);
  const kept = open.filter((each) => !isOver(each));
  const isKnown = kept.some((each) => turnKey(each) === turnKey(place));
  const now = isKnown
    ? kept.map((each) => (turnKey(each) === turnKey(place) ? { ...each, toMs: nowMs } : each))
    : [...kept, { ...place, fromMs: nowMs, toMs: nowMs }];
  return { open: now, ended };
}

/** The turn in whose course a team within takes its own; null: the team is the conversation's own, or nothing is known of it. */
export function outerTurn(open: readonly OpenTurn[], { scope }: Pick<TurnPlace, 'scope'>): OpenTurn | null {
  if (scope === ROOT_SCOPE) return null;
  const outer = outerScope(scope);
  const { participant } = segmentNames(scope.slice(outer === ROOT_SCOPE ? 0 : outer.length + 1));
  return open.findLast((each) => each.scope === outer && each.speaker === participant) ?? null;
}

function isInside(scope: string, outer: string): boolean {
  return scope !== outer && (outer === ROOT_SCOPE || scope.startsWith(`${outer}/`));
}

/** Whether the turn around an inner one is still under way after an activity of `place`. */
function hasOuter(open: readonly OpenTurn[], inner: OpenTurn, place: TurnPlace): boolean {
  const outer = outerTurn(open, inner);
  if (outer === null) return true;
  if (outer.scope !== place.scope) return hasOuter(open, outer, place);
  return outer.turn >= place.turn;
}
