/** A manual page as text. */
export interface ManPage {
  name: string;
  /** The description in its NAME line; empty if there is none. */
  description: string;
  /** In order, without the NAME section. */
  sections: { heading: string; paragraphs: string[] }[];
}

/** The heading of the section that names a page, in English, in Chinese, or in both. */
const NAME_HEADING = /^(NAME|名\s*称|名\s*字|名\s*稱|命令名|函数名)\b|\(NAME\)|（NAME）|^(名\s*称|名\s*字)/iu;

/**
 * Parses the source of a page written with the macros of man(7). Returns null if it uses other macros or is only
 * another name of a page. Tables and macro definitions are left out.
 */
export function readManPage(source: string): ManPage | null {
  let name: string | undefined;
  const sections: { heading: string; paragraphs: string[] }[] = [];
  let paragraph: string[] = [];
  let heading: 'next' | null = null;
  /** The macro that ends the current definition, table or ignored block. */
  let until: string | null = null;
  const endParagraph = () => {
    const text = joined(paragraph);
    paragraph = [];
    if (text !== '') sections.at(-1)?.paragraphs.push(text);
  };
  const begin = (title: string) => {
    endParagraph();
    sections.push({ heading: title, paragraphs: [] });
  };

  for (const line of source.split(/\r?\n/)) {
    const isMacro = /^[.']/.test(line);
    const told = isMacro ? line.slice(1).trim() : '';
    const macro = told.split(/\s/, 1)[0] ?? '';
    const rest = told.slice(macro.length);
    if (until !== null) {
      if (macro === until || (until === '.' && line.startsWith('..'))) until = null;
      continue;
    }
    if (!isMacro) {
      if (heading === 'next') {
        begin(plain(line));
        heading = null;
      } else if (line.trim() === '') endParagraph();
      else paragraph.push(plain(line));
      continue;
    }
    const args = macroArguments(rest);
    switch (macro) {
      case 'Dd':
      case 'so':
        return null;
      case 'TH':
        name = `${args[0] ?? ''}(${args[1] ?? ''})`;
        break;
      case 'SH':
      case 'SS':
        if (args.length === 0) heading = 'next';
        else begin(args.join(' '));
        break;
      case 'PP':
      case 'P':
      case 'LP':
      case 'TP':
      case 'HP':
      case 'sp':
        endParagraph();
        break;
      case 'IP':
        endParagraph();
        if (args[0] !== undefined && /[\p{L}\p{N}]/u.test(args[0])) paragraph.push(args[0]);
        break;
      case 'B':
      case 'I':
      case 'SM':
      case 'SB':
        paragraph.push(args.join(' '));
        break;
      case 'BR':
      case 'BI':
      case 'IR':
      case 'IB':
      case 'RB':
      case 'RI':
        paragraph.push(args.join(''));
        break;
      case 'de':
      case 'de1':
      case 'ig':
      case 'am':
        until = '.';
        break;
      case 'TS':
        until = 'TE';
        break;
      default:
    }
  }
  endParagraph();
  const index = sections.findIndex((section) => NAME_HEADING.test(section.heading));
  const naming = sections[index];
  if (name === undefined || naming === undefined) return null;
  const named = naming.paragraphs.join(' ');
  const dash = /(?:^|\s)(?:--?|–|—)\s/.exec(named);
  return {
    name: name.toLowerCase(),
    description: dash === null ? '' : named.slice(dash.index + dash[0].length).trim(),
    sections: sections.filter((_, at) => at !== index),
  };
}

/** The arguments of a macro: separated by spaces unless quoted, without their escapes. */
function macroArguments(rest: string): string[] {
  const found =
    rest.replace(/(^|[^\\])\\"[^]*$/, '$1').match(/"(?:[^"]|"")*"?|(?:\\ |\\.|[^\s"])[^\s]*/g) ?? [];
  return found.map((one) => plain(one.startsWith('"') ? one.slice(1).replace(/"$/, '') : one));
}

const NAMED: Record<string, string> = {
  aq: "'",
  dq: '"',
  lq: '“',
  rq: '”',
  oq: '‘',
  cq: '’',
  ga: '`',
  ha: '^',
  ti: '~',
  rs: '\\',
  em: '—',
  en: '–',
  hy: '-',
  mi: '-',
  pl: '+',
  bu: '•',
  co: '©',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
  mu: '×',
  '->': '→',
  '*m': 'μ',
};

/** A line without troff's escapes. */
function plain(line: string): string {
  return line
    .replace(/\\["#].*$/s, '')
    .replace(/\\f(\[[^\]]*\]|\(..|.)/g, '')
    .replace(/\\s[+-]?\d+/g, '')
    .replace(/\\[hvwDlLoz]'[^']*'/g, '')
    .replace(/\\[nmFMk](\[[^\]]*\]|\(..|.)/g, '')
    .replace(
      /\\\*(?:\[([^\]]*)\]|\((..)|(.))/g,
      (_, long = '', two = '', one = '') => NAMED[`${long}${two}${one}`] ?? '',
    )
    .replace(/\\(?:\[([^\]]*)\]|\((..))/g, (_, long = '', two = '') => NAMED[`${long}${two}`] ?? '')
    .replace(/\\-/g, '-')
    .replace(/\\[ ~0]/g, ' ')
    .replace(/\\e/g, '\\')
    .replace(/\\[&|^,/:%c)!{}d u]/g, '')
    .replace(/\\(['`.])/g, '$1');
}

/** Lines joined into one text: a line break between two Chinese characters is not a space. */
function joined(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replace(/(?<=[\p{Script=Han}，。、；：？！（）“”])\s+(?=[\p{Script=Han}，。、；：？！（）“”])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
