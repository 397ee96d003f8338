/** The JSON object that a model has answered with: plain or in one fenced block, as models without a JSON mode write it; null: there is none. */
export function jsonInAnswer(answer: string): Record<string, unknown> | null {
  const fenced = [...answer.matchAll(/```(?:\s*([\w+-]+))?\n([\s\S]*?)```/g)].map(([, , code = '']) => code);
  const candidates = fenced.length === 0 ? [answer] : fenced;
  if (candidates.length !== 1) return null;
  try {
    const value: unknown = JSON.parse(candidates[0] ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
