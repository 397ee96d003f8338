const SAMPLE = 20_000;

/** The language that a text's letters tell, where they tell one: Chinese, Japanese, Korean; undefined otherwise. */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const all = count(/\p{L}/gu);
  if (all === 0) return undefined;
  if (hangul > 0.3 * all) return 'ko';
  if (kana > 0.1 * (kana + han) && kana + han > 0.3 * all) return 'ja';
  return han > 0.3 * all ? 'zh' : undefined;
}
