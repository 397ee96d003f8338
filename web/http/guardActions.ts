import type { ActionFunction, ServerBuild } from '@remix-run/node';

/**
 * The build with every action guarded: a refused request (`context.refusal`) is answered before any action's code runs,
 * with the app's own error page, whether a form or a script has sent it.
 */
export function guardActions(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route?.module.action) return [id, route] as const;
    return [id, { ...route, module: { ...route.module, action: guarded(route.module.action) } }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function guarded(action: ActionFunction): ActionFunction {
  return (args) => {
    const { refusal } = args.context;
    if (refusal) {
      throw new Response(refusal.reason, {
        status: refusal.status,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
    }
    return action(args);
  };
}
