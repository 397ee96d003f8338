/** The words of each kind of something: a catalogue that `satisfies` it has left out no kind, nor what all must say. */
export type KindWords<Kind extends string, Said extends string> = Readonly<
  Record<Kind, Readonly<Record<Said, string>> & { readonly [more: string]: unknown }>
>;
