import { type BundleOptions, bundleWorkflowCode } from '@temporalio/worker';

/**
 * The code of the bundle of a workflows' module. Its modules are evaluated once for all workflows of a worker and frozen:
 * they hold functions and constants, no state (see bundle.temporal.test.ts). Otherwise each workflow in the cache would
 * evaluate them again and keep what came of it.
 */
export async function bundleWorkflows(
  workflowsPath: string,
  options: Pick<BundleOptions, 'logger'> = {},
): Promise<string> {
  const { code } = await bundleWorkflowCode({ workflowsPath, preloadModules: [workflowsPath], ...options });
  return code;
}
