/**
 * How providers say that a request exceeds the model's context window, as documented or observed. Codes come first;
 * words count only for providers without a code, and only if the request was refused.
 */
const CODES: ReadonlySet<string> = new Set([
  // OpenAI, Azure, Groq
  'context_length_exceeded',
  // llama.cpp (`type`)
  'exceed_context_size_error',
  // Anthropic (`type`, status 413)
  'request_too_large',
]);

const WORDINGS: readonly { of: string; wording: RegExp }[] = [
  {
    of: 'OpenAI, Azure, DeepSeek, vLLM, OpenRouter',
    wording: /maximum context length (is|of) [\d,]+|exceeds? (the|this) model['’]s maximum context length/i,
  },
  { of: 'OpenAI (Responses)', wording: /exceeds the context window/i },
  { of: 'Anthropic', wording: /prompt is too long|input length and `?max_tokens`? exceed context limit/i },
  { of: 'Gemini', wording: /input token count .{0,40}exceeds the maximum number of tokens/i },
  { of: 'Mistral', wording: /too large for model with [\d,]+ maximum context length/i },
  {
    of: 'vLLM',
    wording:
      /(prompt|input) \(length [\d,]+\) (is longer than the maximum model length|exceeds)|longer than the maximum model length/i,
  },
  { of: 'llama.cpp', wording: /exceeds the available context size|context size (has been )?exceeded/i },
  { of: 'Ollama', wording: /input length exceeds (the )?(maximum )?context length|prompt (is )?too long/i },
  { of: 'SGLang', wording: /longer than the model['’]s context length/i },
  { of: 'LM Studio', wording: /context the overflows|greater than the context length/i },
  { of: 'xAI', wording: /maximum prompt length is [\d,]+/i },
  { of: 'Cohere', wording: /^too many tokens/i },
  { of: 'Bedrock', wording: /input is too long for requested model/i },
  { of: 'Together, text-generation-inference', wording: /`?inputs`? .{0,40}must (be <=|have less than)/i },
  { of: 'Groq', wording: /reduce the length of the messages/i },
  { of: 'Kimi', wording: /exceeded model token limit/i },
  { of: 'Qwen', wording: /range of input length should be/i },
  { of: 'GLM', wording: /prompt exceeds max length/i },
  { of: 'MiniMax', wording: /context window exceeds limit/i },
  { of: 'Copilot', wording: /prompt token count of [\d,]+ exceeds/i },
  {
    of: 'others',
    wording: /context (length|size|window).{0,40}(exceed|too (long|large|small))|too many tokens/i,
  },
];

/** Only this much of a provider's words is looked at. */
const LOOKED_AT = 2_000;

/** Whether an error says that the question is longer than the model's window. */
export function saysContextTooLong(error: {
  code: string | null;
  type: string | null;
  message: string;
}): boolean {
  if (error.code !== null && CODES.has(error.code)) return true;
  if (error.type !== null && CODES.has(error.type)) return true;
  const words = error.message.slice(0, LOOKED_AT);
  return WORDINGS.some(({ wording }) => wording.test(words));
}
