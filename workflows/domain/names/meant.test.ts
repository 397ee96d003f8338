import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mentionedNames, nameMeant } from './meant.ts';
import { onWire, wireTable } from './wireNames.ts';

const CHINESE = ['规划', '规划师', '分析', 'prüfer', 'web_surfer'];

describe('names that an answer mentions', () => {
  it.each([
    ['a name alone', '规划', ['规划']],
    ['a name between marks of its script', '下一个是：规划。', ['规划']],
    ['a name within a text that has no spaces', '我认为应该由规划来发言', ['规划']],
    ['the longer of two', '请规划师发言', ['规划师']],
    ['both, where both are said', '规划和规划师', ['规划', '规划师']],
    ['two', '规划或分析', ['规划', '分析']],
    ['a name of another script within it', '请prüfer发言', ['prüfer']],
    ['a name whose accent is a character of its own', 'I choose pru\u0308fer', ['prüfer']],
    ['spaces for underscores', 'the web surfer', ['web_surfer']],
    ['a part of a word', 'Oberprüfer, prüfern', []],
    ['another case', 'Prüfer', []],
    ['nobody', '没有人', []],
  ])('%s', (_what, answer, names) => {
    expect(mentionedNames(answer, CHINESE)).toEqual(names);
  });

  it.each([
    ['기획자가 말해야 합니다', ['기획자', '분석가'], ['기획자']],
    ['プランナーさんお願いします', ['プランナー', '批評家'], ['プランナー']],
    ['ให้นักวางแผนพูด', ['นักวางแผน', 'นักวิจารณ์'], ['นักวางแผน']],
    ['योजना', ['योजन', 'योजना'], ['योजना']],
    ['планировщик.', ['планировщик', 'критик'], ['планировщик']],
    ['планировщику', ['планировщик', 'критик'], []],
    ['المخطط', ['المخطط', 'الناقد'], ['المخطط']],
  ])('%s', (answer, names, mentioned) => {
    expect(mentionedNames(answer, names)).toEqual(mentioned);
  });

  it('count as they stand on the wire, where models have read them so', () => {
    const wire = onWire('规划', wireTable(CHINESE));
    expect(mentionedNames(`Next: ${wire}.`, CHINESE)).toEqual(['规划']);
  });

  it('are AutoGen’s wherever it finds some', () => {
    const identifier = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,6}$/);
    const answerOf = (names: string[]) =>
      fc.array(fc.oneof(fc.constantFrom(...names), fc.constantFrom(' ', '.', ', ', '\\_', 'x')), {
        maxLength: 6,
      });
    fc.assert(
      fc.property(
        fc
          .uniqueArray(identifier, { minLength: 1, maxLength: 4 })
          .chain((names) => fc.tuple(fc.constant(names), answerOf(names))),
        ([names, parts]) => {
          const answer = parts.join('');
          const autogens = names.filter((name) =>
            new RegExp(
              `(?<=\\W)(${[name, name.replaceAll('_', ' '), name.replaceAll('_', '\\\\_')].join('|')})(?=\\W)`,
            ).test(` ${answer} `),
          );
          expect(mentionedNames(answer, names)).toEqual(autogens);
        },
      ),
    );
  });
});

describe('the name that a text is', () => {
  it.each([
    ['prüfer', 'prüfer'],
    ['pru\u0308fer', 'prüfer'],
    [' 规划\n', '规划'],
    ['规', null],
    ['the 规划', null],
  ])('%j', (said, meant) => {
    expect(nameMeant(said, CHINESE)).toBe(meant);
  });

  it('is nobody’s where two have it in another form', () => {
    expect(nameMeant('fix', ['ﬁx', 'ｆix'])).toBeNull();
    expect(nameMeant('ﬁx', ['ﬁx', 'fix'])).toBe('ﬁx');
  });

  it('may be the one on the wire', () => {
    expect(nameMeant(onWire('分析', wireTable(CHINESE)), CHINESE)).toBe('分析');
  });
});
