import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';

/**
 * For `shouldRevalidate` of the routes around every page: an action that was refused, or never arrived, has
 * changed nothing. Remix intends to skip these, but after a fetcher's action it still revalidates routes without
 * this function. If the server can't be reached, that failure would replace the page and lose what was written on
 * it.
 */
export function revalidateUnlessRefused({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return defaultShouldRevalidate && (actionStatus === undefined || actionStatus < 400);
}
