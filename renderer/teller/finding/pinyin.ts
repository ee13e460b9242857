/** The pinyin of what Ctrl+K finds. The dictionary is fetched with the first palette, so that the start is no slower. */
import type { Spoken } from './matching.ts';

/** What a counter says, where the dictionary takes the other reading. */
const READ_HERE = { 重打: 'chóng dǎ', 重置: 'chóng zhì', 重设: 'chóng shè' };

let reading: Promise<Spoken> | null = null;

export function readPinyin(): Promise<Spoken> {
  reading ??= fetchPinyin();
  return reading;
}

async function fetchPinyin(): Promise<Spoken> {
  const { customPinyin, pinyin } = await import('./pinyin-dictionary.ts');
  customPinyin(READ_HERE);
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const said = known.get(text) ?? pinyin(text, { toneType: 'none', type: 'array', v: true });
    known.set(text, said);
    return said;
  };
}
