import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { pathKey } from '../../../data/teams/check/jsonPath.ts';

/** A place of the team's JSON to go to in the form; `times` tells one wish from the next. */
export type PlaceInForm = { path: TeamPath; times: number };

const FOCUSABLE = 'summary, input, select, textarea, button, [tabindex]';

/** Marks what stands for a place: a control, or what holds the controls of all that is below the place. */
export function placeAttribute(path: TeamPath): { 'data-place': string } {
  return { 'data-place': pathKey(path) };
}

/** Whether a path is another one or leads into it. */
export function isWithin(path: TeamPath, outer: TeamPath): boolean {
  return outer.every((step, index) => path[index] === step);
}

/**
 * Puts the focus at a place, or at what is nearest to it from the outside, and opens what is folded over it. Gives back
 * whether there was one.
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

/** What is folded over something; a fold is not folded over its own summary. */
function foldOver(element: HTMLElement): HTMLDetailsElement | null {
  const fold = element.parentElement?.closest('details') ?? null;
  return element.tagName === 'SUMMARY' && element.parentElement === fold
    ? (fold?.parentElement?.closest('details') ?? null)
    : fold;
}
