/** A participant whose answer is a tool's result: a call is a run of theirs. */
export interface BehindTool<Participant> {
  name: string;
  description: string;
  participant: Participant;
  /** The result of a team's run is only its last message; else all of them. */
  returnsLastOnly: boolean;
}

/**
 * A kind of tool that an agent may have. A new one is its file here and its two lines in registry.ts; the compiler names the
 * other rooms' registries that want one too. What it holds of participants is `Participant`, which no tool knows.
 */
export interface ToolKind<Tool extends { kind: string }, Participant = unknown> {
  /** What an agent's model calls it; null: it is a server, which names its tools itself. */
  nameOf: ((tool: Tool) => string) | null;
  /** It remembers what it was asked, so that its calls are made one after another. */
  remembers: boolean;
  /** Who answers; absent: a worker calls it (activities/tools). */
  behind?(tool: Tool): BehindTool<Participant>;
  /** A call is a wait of the conversation's own: no worker calls anything. */
  waits?: true;
}
