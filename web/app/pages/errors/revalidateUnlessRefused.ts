import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';

/**
 * For `shouldRevalidate` of the routes around every page: an action that was refused, or never arrived, has changed
 * nothing. Remix means to know that, but asks for routes without this function all the same after a fetcher's action:
 * where the server is away, that failure would take the page, and what was written on it.
 */
export function revalidateUnlessRefused({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return defaultShouldRevalidate && (actionStatus === undefined || actionStatus < 400);
}
