import { services } from '../../services.server.ts';
import { prettyJson } from '../../views/format/prettyJson.ts';
import type { DocumentTexts } from '../../views/text/documentTexts.ts';
import { plainHtml } from '../../views/text/plainHtml.ts';
import { type ApartText, type RowWithTexts, textKey, type TextOwner } from '../../views/text/shownText.ts';
import type { ToolCallView } from '../calls/toolCallView.ts';
import type { ConversationPageState } from '../conversations/conversationState.ts';
import type { MessageBodyView, MessageView } from '../messages/messageView.ts';

/** Longer texts are sent separately from their row. Not less than what MachineText folds. */
const MOST_WITHIN_CHARACTERS = 1_000;
/** The part that stays in the row, for announcements and lists. */
const LEFT_WITHIN_CHARACTERS = 280;

type Drawn = 'markdown' | 'plain';

/** The rows of a page that contain texts. */
type PageRows = Pick<ConversationPageState, 'messages' | 'toolCalls'>;

/**
 * Separates the long texts from a page's rows: into the document that is rendered or, for a data request, as HTML
 * beside the rows. All Markdown is rendered first, in separate threads.
 *
 * @param texts the document's texts; null for a data request
 */
export async function setTextsApart<Page extends PageRows>(
  page: Page,
  texts: DocumentTexts | null,
): Promise<Page> {
  const [messages, toolCalls] = await Promise.all([
    Promise.all(page.messages.map((message) => messageApart(message, texts))),
    Promise.all(page.toolCalls.map((call) => toolCallApart(call, texts))),
  ]);
  return { ...page, messages, toolCalls };
}

/** Renders the Markdown of texts that stay in their rows, for the document. */
export async function readMarkdown(markdown: readonly string[], texts: DocumentTexts | null): Promise<void> {
  if (texts === null) return;
  await Promise.all(markdown.map(async (text) => texts.html.set(text, await services().markdown.html(text))));
}

async function messageApart(message: MessageView, texts: DocumentTexts | null): Promise<MessageView> {
  const row = apartIn('message', message, texts);
  const { body, content, thought, draftContent } = message;
  const isShort = message.type === 'SelectSpeakerEvent' || message.type === 'SelectorEvent';
  // A text under review can be edited, so it has to stay in its row.
  const stays = isShort || message.status === 'draft';
  const drawn = body?.kind === 'code_result' ? 'plain' : 'markdown';
  const [newContent, newThought, newDraft, newBody] = await Promise.all([
    stays ? row.within(content, drawn) : row.apart(content, 'content', drawn),
    thought === null ? null : row.apart(thought, 'thought', 'markdown'),
    draftContent === null ? null : row.apart(draftContent, 'draftContent', 'markdown'),
    body === null ? null : bodyApart(body, row),
  ]);
  return {
    ...message,
    content: newContent,
    thought: newThought,
    draftContent: newDraft,
    body: newBody,
    ...row.found(),
  };
}

async function bodyApart(body: MessageBodyView, row: ApartRow): Promise<MessageBodyView> {
  if (body.kind === 'tool_results') {
    const results = await Promise.all(
      body.results.map(async (result, index) => ({
        ...result,
        content: await row.apart(result.content, `body.results.${String(index)}.content`, 'plain'),
      })),
    );
    return { ...body, results };
  }
  if (body.kind === 'multimodal') {
    const parts = await Promise.all(
      body.parts.map(async (part, index) =>
        part.kind === 'text'
          ? { ...part, text: await row.apart(part.text, `body.parts.${String(index)}.text`, 'markdown') }
          : part,
      ),
    );
    return { ...body, parts };
  }
  if (body.kind === 'ledger') {
    const [task, facts, plan] = await Promise.all(
      (['task', 'facts', 'plan'] as const).map((name) => row.apart(body[name], `body.${name}`, 'markdown')),
    );
    return { ...body, task: task ?? '', facts: facts ?? '', plan: plan ?? '' };
  }
  return body;
}

async function toolCallApart(call: ToolCallView, texts: DocumentTexts | null): Promise<ToolCallView> {
  const row = apartIn('tool-call', call, texts);
  const json = (text: string | null, path: string) =>
    text === null ? null : row.apart(prettyJson(text), path, 'plain');
  const [proposed, approvedArguments, effectiveArguments, result] = await Promise.all([
    row.apart(prettyJson(call.proposedArguments), 'proposedArguments', 'plain'),
    json(call.approvedArguments, 'approvedArguments'),
    json(call.effectiveArguments, 'effectiveArguments'),
    json(call.result, 'result'),
  ]);
  return {
    ...call,
    proposedArguments: proposed,
    approvedArguments,
    effectiveArguments,
    result,
    ...row.found(),
  };
}

interface ApartRow {
  /** Separates the text at this path if it is long; returns the part that stays. */
  apart: (text: string, path: string, drawn: Drawn) => Promise<string>;
  /** Leaves the text in its row; only its Markdown is rendered. */
  within: (text: string, drawn: Drawn) => Promise<string>;
  found: () => { apart: Record<string, ApartText> };
}

function apartIn(owner: TextOwner, source: RowWithTexts, texts: DocumentTexts | null): ApartRow {
  const apart: Record<string, ApartText> = {};
  const { markdown } = services();
  const within = async (text: string, drawn: Drawn) => {
    if (drawn === 'markdown') await readMarkdown([text], texts);
    return text;
  };
  return {
    within,
    apart: async (text, path, drawn) => {
      if (text.length <= MOST_WITHIN_CHARACTERS) return within(text, drawn);
      const length = text.length;
      if (texts === null) {
        apart[path] = { length, html: drawn === 'markdown' ? await markdown.html(text) : plainHtml(text) };
      } else {
        await within(text, drawn);
        texts.byKey.set(textKey(owner, source, path), text);
        apart[path] = { length, html: null };
      }
      return text.slice(0, LEFT_WITHIN_CHARACTERS);
    },
    found: () => ({ apart }),
  };
}
