import { fileURLToPath } from 'node:url';
import { type BundleOptions, bundleWorkflowCode } from '@temporalio/worker';

const interceptorsPath = fileURLToPath(new URL('../workflows/traceInterceptors.ts', import.meta.url));

/**
 * The code of a bundle of workflows. Its modules are evaluated once for all workflows of a worker and frozen: they
 * hold functions and constants, no state (see bundle.temporal.test.ts). Otherwise each cached workflow would evaluate
 * them again and keep its own copy.
 */
export async function bundleWorkflows(
  workflowsPath: string,
  options: Pick<BundleOptions, 'logger'> = {},
): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: [interceptorsPath],
    preloadModules: [workflowsPath, interceptorsPath],
    webpackConfigHook: asWritten,
    ...options,
  });
  return code;
}

type WebpackConfig = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/**
 * Leaves the code as it is written. The SDK has it rewritten for Node.js 8, where each `{ ...state }` is a call of a helper that takes
 * several times as long.
 */
function asWritten(config: WebpackConfig): WebpackConfig {
  const rules = config.module?.rules?.map((rule) => {
    if (typeof rule !== 'object' || rule === null || !isLoader(rule.use)) return rule;
    const { options } = rule.use;
    return {
      ...rule,
      use: { ...rule.use, options: { ...options, jsc: { ...options.jsc, target: 'es2022' } } },
    };
  });
  return { ...config, module: { ...config.module, ...(rules && { rules }) } };
}

interface Loader {
  loader: string;
  options: { jsc: object };
}

/** Whether it is what takes the types out of the code. */
function isLoader(use: unknown): use is Loader {
  return (
    typeof use === 'object' &&
    use !== null &&
    'options' in use &&
    typeof use.options === 'object' &&
    use.options !== null &&
    'jsc' in use.options
  );
}
