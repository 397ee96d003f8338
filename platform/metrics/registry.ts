import { Registry } from 'prom-client';

/** What this process counts and measures, for Prometheus; whoever makes a metric registers it here. */
export const metricsRegistry = new Registry();
