/** The most characters of a text printed in a transcript. */
const SHORT_CHARACTERS = 4_000;
/** The most characters of a call's arguments and result. */
const SHORT_MACHINE_CHARACTERS = 1_000;

/** The beginning of a text with a note that there is more, or the text itself if it is short. */
export function shortText(text: string, wholeBytes: number | undefined, rest: string): string {
  return shortened(text, SHORT_CHARACTERS, wholeBytes, rest);
}

/** The same for machine output. */
export function shortMachineText(text: string, wholeBytes?: number, rest = ''): string {
  return shortened(text, SHORT_MACHINE_CHARACTERS, wholeBytes, rest);
}

function shortened(text: string, most: number, wholeBytes: number | undefined, rest: string): string {
  if (text.length <= most && wholeBytes === undefined) return text;
  const bytes = wholeBytes ?? Buffer.byteLength(text);
  const beginning = Array.from(text.slice(0, most + 1))
    .slice(0, most)
    .join('');
  return `${beginning}… [${String(bytes)} bytes in all${rest === '' ? '' : `: ${rest}`}]`;
}
