import { withoutEnd } from '../../withoutEnd.ts';

/** How a family's messages are written, by AutoGen's transformer maps (`autogen_ext/models/openai/_message_transform.py`). */
export type WireForm = 'plain' | 'gemini' | 'claude' | 'mistral';

/** The families that AutoGen knows and writes in a form of their own. */
const FORMS: Record<string, Exclude<WireForm, 'plain'>> = {
  'gemini-1.5-flash': 'gemini',
  'gemini-1.5-pro': 'gemini',
  'gemini-2.0-flash': 'gemini',
  'gemini-2.5-pro': 'gemini',
  'gemini-2.5-flash': 'gemini',
  'claude-3-haiku': 'claude',
  'claude-3-sonnet': 'claude',
  'claude-3-opus': 'claude',
  'claude-3-5-haiku': 'claude',
  'claude-3-5-sonnet': 'claude',
  'claude-3-7-sonnet': 'claude',
  'claude-4-opus': 'claude',
  'claude-4-sonnet': 'claude',
  codestral: 'mistral',
  'open-codestral-mamba': 'mistral',
  mistral: 'mistral',
  ministral: 'mistral',
  pixtral: 'mistral',
};
const PLAIN =
  /^(gpt-5|gpt-41|gpt-45|gpt-4o|o1|o3|o4|gpt-4|gpt-35|r1|llama-3\.3-(8b|70b)|llama-4-(scout|maverick))$/;

/** The form for a model of a family; where AutoGen does not know the family, the model's name says it. */
export function wireFormOf(model: string, family: string): WireForm {
  if (PLAIN.test(family)) return 'plain';
  const own = Object.hasOwn(FORMS, family) ? FORMS[family] : undefined;
  return own ?? Object.entries(FORMS).find(([known]) => model.startsWith(known))?.[1] ?? 'plain';
}

/** Python's whitespace, which is JavaScript's without the byte order mark and with the separators below a space. */
const SPACE = '(?:(?!\\ufeff)[\\s\\u001c-\\u001f\\u0085])';
const BLANK = new RegExp(`^${SPACE}*$`);
const ONE_SPACE = new RegExp(`^${SPACE}$`);

/** Whether nothing is to be seen in a text. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** A text without the whitespace at its end. */
export function withoutTrailingSpace(text: string): string {
  return withoutEnd(text, (unit) => ONE_SPACE.test(unit));
}
