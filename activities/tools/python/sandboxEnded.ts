/** Why a sandbox gave no answer. */
export type SandboxEnd = 'time_limit' | 'memory_limit' | 'answer_too_large' | 'exited';

/** The process is gone and gave no answer. */
export class SandboxEnded extends Error {
  override readonly name = 'SandboxEnded';
  readonly end: SandboxEnd;

  constructor(end: SandboxEnd, message: string) {
    super(message);
    this.end = end;
  }
}
