import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { isDatabaseAway } from '../../platform/databaseAway.ts';
import type { Logger } from '../../platform/logger.ts';
import { withBoundedForm } from './boundedForm.ts';
import { whatIsAway } from './whatIsAway.ts';

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

type RouteFunction<Args> = (args: Args) => unknown;

/**
 * The build with every loader and action guarded, so that no route has to remember it: a refused request
 * (`context.refusal`) is answered before any action's code runs, and a database or a Temporal that does not answer is a
 * 503. Both by the app's own error page, whether a browser or a script has asked.
 */
export function guardRoutes(
  build: ServerBuild,
  options: { logger: Logger; temporalAddress: string },
): ServerBuild {
  const guard = <Args extends RouteArgs>(routeFunction: RouteFunction<Args>) =>
    sayingWhatIsAway(routeFunction, options);
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route] as const;
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      ...(loader ? { loader: guard(loader as RouteFunction<LoaderFunctionArgs>) } : {}),
      ...(action ? { action: refusing(guard(action as RouteFunction<ActionFunctionArgs>)) } : {}),
    };
    return [id, { ...route, module }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] };
}

function refusing(action: RouteFunction<ActionFunctionArgs>): RouteFunction<ActionFunctionArgs> {
  return (args) => {
    const { refusal } = args.context;
    if (refusal) throw plainText(refusal.status, refusal.reason);
    return action({ ...args, request: withBoundedForm(args.request, unreadableForm) });
  };
}

function unreadableForm(): Response {
  return plainText(
    413,
    'The form has too many fields, or names that no page of ours gives them. Nothing was saved.',
  );
}

function sayingWhatIsAway<Args extends RouteArgs>(
  routeFunction: RouteFunction<Args>,
  { logger, temporalAddress }: { logger: Logger; temporalAddress: string },
): RouteFunction<Args> {
  return async (args) => {
    try {
      return await routeFunction(args);
    } catch (error) {
      const away = whatIsAway(error, temporalAddress);
      if (away === null) throw error;
      logger.error({ err: error, requestId: args.context.requestId }, away.message);
      throw plainText(503, `${away.message}. ${consequence(away)}`);
    }
  };
}

function plainText(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

function consequence(away: NonNullable<ReturnType<typeof whatIsAway>>): string {
  return isDatabaseAway(away)
    ? 'Nothing is lost: conversations go on where they were as soon as it is back. Try again in a moment.'
    : 'Conversations can’t be started or steered just now. Nothing is lost: try again in a moment.';
}
