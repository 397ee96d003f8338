const SECRETS = [
  // Keys of providers, tokens of services
  /\b(?:sk|pk|rk|key|ghp|gho|ghs|xox[abprs]|glpat|hf|gsk|colloquy)[-_][\w*.-]{8,}/i,
  /\bAKIA[0-9A-Z]{12,}\b|\bAIza[\w-]{20,}/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\./,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bBearer\s+\S{8,}/i,
  // "password is …", "口令：…"
  /(?:\b(?:password|passphrase|passwd|api[ _-]?key|secret|access token|pin)\b|密码|口令)\s*(?:is|:|=|：|是|为)\s*\S+/i,
  /:\/\/[^\s/:@]+:[^\s/@]+@/,
];

/** Whether a text looks as if it held a key, a token or a password: what is remembered is shown to models again and again. */
export function holdsSecret(text: string): boolean {
  return SECRETS.some((secret) => secret.test(text));
}
