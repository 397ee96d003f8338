import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { isDatabaseAway } from '../../platform/databaseAway.ts';
import { isKnowledgeAway } from '../../platform/knowledge/knowledgeError.ts';
import type { Logger } from '../../platform/logger.ts';
import { refusalBody } from '../app/data/requests/refusalBody.server.ts';
import { fault } from '../app/languages/fault.ts';
import { type FormFault, withBoundedForm } from './boundedForm.ts';
import { unavailableServer } from './unavailableServer.ts';

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

type RouteFunction<Args> = (args: Args) => unknown;

/**
 * The build with every loader and action guarded, so that no route has to do it itself: a refused request
 * (`context.refusal`) is answered before any action's code runs, and a database, knowledge store or Temporal server
 * that does not answer results in a 503. Both answers use the app's own error page, for browsers and scripts alike.
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
    if (refusal) throw refused(refusal.status, refusal.fault);
    return action({ ...args, request: withBoundedForm(args.request, refusedForm) });
  };
}

function refusedForm(formFault: FormFault): Response {
  return formFault === 'no_form' ? refused(400, '') : refused(413, fault('errors:faults.formUnreadable'));
}

function sayingWhatIsAway<Args extends RouteArgs>(
  routeFunction: RouteFunction<Args>,
  { logger, temporalAddress }: { logger: Logger; temporalAddress: string },
): RouteFunction<Args> {
  return async (args) => {
    try {
      return await routeFunction(args);
    } catch (error) {
      const away = unavailableServer(error, temporalAddress);
      if (away === null) throw error;
      logger.error({ err: error, requestId: args.context.requestId }, away.message);
      throw refused(503, faultOf(away));
    }
  };
}

function refused(status: number, fault: string): Response {
  return Response.json(refusalBody(fault), { status });
}

function faultOf(away: NonNullable<ReturnType<typeof unavailableServer>>): string {
  const { address, reason } = away;
  if (isDatabaseAway(away)) return fault('errors:faults.databaseAway', { address, reason });
  if (isKnowledgeAway(away)) return fault('errors:faults.knowledgeAway', { address, reason });
  return fault('errors:faults.temporalAway', { address, reason });
}
