import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { pathKey } from '../../../data/teams/check/jsonPath.ts';

/** A place of the team's JSON to go to in the form; `times` distinguishes repeated requests. */
export type PlaceInForm = { path: TeamPath; times: number };

const FOCUSABLE = 'summary, input, select, textarea, button, [tabindex]';

/** Marks the element of a place: its control, or the container of all controls below it. */
export function placeAttribute(path: TeamPath): { 'data-place': string } {
  return { 'data-place': pathKey(path) };
}

/** Whether a path equals another one or leads into it. */
export function isWithin(path: TeamPath, outer: TeamPath): boolean {
  return outer.every((step, index) => path[index] === step);
}

/**
 * Moves the focus to a place, or to the nearest element around it, and opens the folds above it. Returns whether
 * there was one.
 */
export function focusPlace(form: HTMLElement, path: TeamPath): boolean {
  const marked = [...form.querySelectorAll<HTMLElement>('[data-place]')];
  for (let length = path.length; length > 0; length -= 1) {
    const key = pathKey(path.slice(0, length));
    const at = marked.find((element) => element.dataset['place'] === key);
    const target = at?.matches(FOCUSABLE) === true ? at : at?.querySelector<HTMLElement>(FOCUSABLE);
    if (target === undefined || target === null) continue;
    for (let fold = foldOver(target); fold !== null; fold = foldOver(fold)) fold.open = true;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}

/** The fold that hides an element; a fold does not hide its own summary. */
function foldOver(element: HTMLElement): HTMLDetailsElement | null {
  const fold = element.parentElement?.closest('details') ?? null;
  return element.tagName === 'SUMMARY' && element.parentElement === fold
    ? (fold?.parentElement?.closest('details') ?? null)
    : fold;
}
