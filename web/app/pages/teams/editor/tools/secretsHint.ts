/** How a team names a secret without holding it. */
export const SECRETS_HINT =
  'A secret is named, never typed: write ${secret:NAME}. Whoever runs Colloquy sets COLLOQUY_SECRET_NAME in the worker’s environment.';
