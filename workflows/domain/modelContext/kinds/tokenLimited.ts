import type { ContextKind } from '../kind.ts';

/** Messages are left out from the middle until the rest is within the limit; null: within the model's window. */
export interface TokenLimited {
  kind: 'token_limited';
  limit: number | null;
}

export const tokenLimited: ContextKind<TokenLimited> = {
  slices: ({ limit }, { view, limits: { windowTokens, countTokens } }) => {
    const kept = view.map((message, index) => ({ message, index }));
    while (kept.length > 0 && countTokens(kept.map(({ message }) => message)) > (limit ?? windowTokens)) {
      kept.splice(Math.floor(kept.length / 2), 1);
    }
    if (kept[0]?.message.role === 'results') kept.shift();
    const slices: { kind: 'view'; from: number; to: number }[] = [];
    for (const { index } of kept) {
      const last = slices.at(-1);
      if (last?.to === index) last.to = index + 1;
      else slices.push({ kind: 'view', from: index, to: index + 1 });
    }
    return slices;
  },
};
