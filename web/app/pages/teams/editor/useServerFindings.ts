import { useEffect, useState } from 'react';
import { type ServerFindings, serverFindingsSchema } from '../../../data/teams/check/serverFindings.ts';

/** The text is checked after this long without a change. */
const QUIET_MS = 400;
const NOTHING: ServerFindings = { issues: [], warnings: [] };

/**
 * The server's findings for a team's JSON while somebody types: empty until it has checked exactly this text, or
 * if it can't be reached. `text` is null if the browser already knows that it is not a team.
 */
export function useServerFindings(text: string | null): ServerFindings {
  const [seen, setSeen] = useState<{ text: string; findings: ServerFindings } | null>(null);
  useEffect(() => {
    if (text === null) return;
    const request = new AbortController();
    const timer = setTimeout(() => {
      askFor(text, request.signal).then(
        (findings) => setSeen({ text, findings }),
        // Saving checks again and reports the errors.
        () => undefined,
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [text]);
  return seen !== null && seen.text === text ? seen.findings : NOTHING;
}

async function askFor(text: string, signal: AbortSignal): Promise<ServerFindings> {
  const body = new URLSearchParams({ config: text });
  const response = await fetch('/teams/check', { method: 'POST', body, signal });
  return serverFindingsSchema.parse(await response.json());
}
