/** AutoGen writes its own prompts out; here a team that has them follows them. */
export function unlessOwn(prompt: string, own: string): string | null {
  return prompt === own || prompt === '' ? null : prompt;
}
