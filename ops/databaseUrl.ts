/** DATABASE_URL, for commands that need nothing else of the environment; without it, one line and exit 1. */
export function requireDatabaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (url) return url;
  console.error('Set DATABASE_URL to the database to work on (npm start prints that of the embedded one).');
  process.exit(1);
}
