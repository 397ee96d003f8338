/** What another person has to wait for while somebody's text is being borne: the most of what each address took. */
export interface OtherPerson {
  /** Stops asking. Times in milliseconds. */
  stop: () => Promise<{ slowestMs: Record<string, number>; failed: string[]; asked: number }>;
}

/** Asks these addresses again and again, as another person's browser does, until it is stopped. */
export function watchAsOther(urls: readonly string[], headers: Record<string, string>): OtherPerson {
  const slowestMs: Record<string, number> = Object.fromEntries(urls.map((url) => [url, 0]));
  const failed: string[] = [];
  let asked = 0;
  let stopped = false;

  const askOne = async (url: string): Promise<void> => {
    while (!stopped) {
      const began = performance.now();
      try {
        const response = await fetch(url, { headers });
        await response.arrayBuffer();
        if (!response.ok) failed.push(`${url}: ${String(response.status)}`);
      } catch (error) {
        failed.push(`${url}: ${String(error)}`);
      }
      slowestMs[url] = Math.max(slowestMs[url] ?? 0, performance.now() - began);
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const asking = Promise.all(urls.map(askOne));
  return {
    stop: async () => {
      stopped = true;
      await asking;
      return { slowestMs, failed, asked };
    },
  };
}
