import type { GiveBack } from '../providers/giveBack.ts';
import type { CallResult, ContentPart, ProposedCall } from '../transcript/entry.ts';

/** A message as an agent's model context holds it (AutoGen's LLMMessage). */
export type LlmMessage =
  | { role: 'system'; content: string }
  /** `name`: the speaker as sent to the provider (see names/wireNames.ts); absent in stored messages. */
  | { role: 'user'; source: string; content: string | ContentPart[]; name?: string }
  | { role: 'assistant'; source: string; content: string; giveBack?: GiveBack | undefined }
  | {
      role: 'assistant_calls';
      source: string;
      calls: ProposedCall[];
      thought: string | null;
      giveBack?: GiveBack | undefined;
    }
  | { role: 'results'; results: CallResult[] };
