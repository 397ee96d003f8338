import v8 from 'node:v8';
import vm from 'node:vm';

/**
 * Leaves out two things that the SDK does at every step of a workflow and that cost several times what the step does: a deadline of
 * its own, for which Node starts a thread (this process has a deadline as a whole), and a stack trace of every promise, for
 * a query that nobody sends. The SDK works without promise hooks, which other runtimes lack.
 */
export function makeSandboxLean(): void {
  v8.promiseHooks.createHook = () => {
    throw new Error('Stack traces of promises are not collected here');
  };
  const { prototype } = vm.Script;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const { runInContext } = prototype;
  prototype.runInContext = function withoutDeadline(
    this: vm.Script,
    context: vm.Context,
    options: vm.RunningScriptOptions = {},
  ): unknown {
    const { timeout: _timeout, ...others } = options;
    return runInContext.call(this, context, others);
  };
}
