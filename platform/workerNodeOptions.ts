/**
 * How Node runs a worker. Its two isolates (activities; workflows) would each let garbage grow to a share of the
 * machine's memory; a worker that holds no state needs little. (`npm run worker` says the same.)
 */
export const workerNodeOptions = ['--max-semi-space-size=4', '--max-old-space-size=384'] as const;
