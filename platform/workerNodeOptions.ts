/**
 * How Node runs a worker. Its two isolates (activities; workflows) would each let garbage grow to a share of the
 * machine's memory; a worker that holds no state needs little. (`npm run worker` says the same.)
 */
export const workerNodeOptions = ['--max-semi-space-size=4', '--max-old-space-size=384'] as const;

/** The same of its environment: glibc would give each of the runtime's threads an arena that it seldom gives back. */
export const workerEnvironment = { MALLOC_ARENA_MAX: '2' } as const;
