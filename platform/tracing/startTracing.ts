import type { Environment } from '../environment.ts';
import type { Logger } from '../logger.ts';
import { useTracer } from './spans.ts';

export type TracingSettings = Pick<
  Environment,
  | 'OTEL_EXPORTER_OTLP_ENDPOINT'
  | 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'
  | 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT'
  | 'OTEL_SDK_DISABLED'
  | 'COLLOQUY_COMMIT'
>;

/** Has the process send its spans where the operator says; nothing is loaded where they say nothing. Once a process, at its start. */
export async function startTracing(
  settings: TracingSettings,
  process: string,
  logger: Logger,
): Promise<void> {
  const endpoint = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined || settings.OTEL_SDK_DISABLED) return;
  const { createOtlpTracer } = await import('./otlpTracer.ts');
  useTracer(
    createOtlpTracer({
      process,
      commit: settings.COLLOQUY_COMMIT,
      showsContent: settings.OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT,
      logger,
    }),
  );
}
