/** The words of docs/glossary.md that are not said: in no sentence, label, paper, answer or help page. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { FileRule, HouseFile } from './house-files.ts';
import { literalText, nodeBreaches } from './syntax.ts';

const GLOSSARY = readFileSync(fileURLToPath(new URL('../../docs/glossary.md', import.meta.url)), 'utf8');
const HEADING = '## Words that are not said';

/** What stands left of the arrow; a word behind an equals sign is wrong as a whole text alone. */
export const WORDS_NOT_SAID: readonly string[] = GLOSSARY.slice(GLOSSARY.indexOf(HEADING))
  .split('\n')
  .flatMap((line) => /^- (.+) → /.exec(line)?.[1]?.split('、') ?? []);

/** What a word that is not said stands in rightly. */
const SAID = ['双挂失（卡和密码）', '待办事项'];

/** Where a word has a meaning that the table leaves it. */
const MEANT: Readonly<Record<string, RegExp>> = {
  // The last character of an ID number is called so by its standard (GB 11643).
  校验码: /^校验码错误$|身份证号码|18 位号码/,
  // Of a report that was made by mistake, and of nothing else.
  已撤销: /误挂|误登记/,
};

/** The words that are not said in a text. */
export function wordsNotSaidIn(text: string): string[] {
  const rest = SAID.reduce((left, said) => left.replaceAll(said, ''), text);
  return WORDS_NOT_SAID.filter((word) => {
    if (word.startsWith('=')) return rest === word.slice(1);
    return rest.includes(word) && MEANT[word]?.test(text) !== true;
  });
}

/** What somebody types to find something is theirs. */
function isTyped(node: ts.Node, path: string): boolean {
  const list = node.parent;
  if (!ts.isArrayLiteralExpression(list)) return false;
  const names = ts.isPropertyAssignment(list.parent) ? list.parent.name.getText() : '';
  return names === 'alias' || (/-(task|actions)\.ts$/.test(path) && !ts.isPropertyAssignment(list.parent));
}

const sample = (text: string): HouseFile => ({ path: 'renderer/teller/a-words.ts', text });

export const wordsNotSaid: readonly FileRule[] = [
  {
    name: 'No text says what the glossary does not',
    applies: (path) => /^(electron|renderer)\/.*\.(ts|vue)$/.test(path) && !path.startsWith('renderer/gallery/'),
    breaches: (file) =>
      nodeBreaches(file, (node) => {
        const text = literalText(node);
        if (text === null || !/\p{Script=Han}/u.test(text) || isTyped(node, file.path)) return null;
        const found = wordsNotSaidIn(text);
        return found.length === 0 ? null : `says ${found.join(', ')}`;
      }),
    bad: [
      ...WORDS_NOT_SAID.map((word) => sample(`export const words = { zh: '${word.replace(/^=/, '')}' };`)),
      sample('export const words = { zh: `编号 ${number}，第二人授权` };'),
    ],
    good: [
      sample("export const words = { zh: '双挂失（卡和密码）' };"),
      sample("export const words = { zh: '待办事项' };"),
      sample("export const words = { zh: '误挂，已撤销' };"),
      sample("export const words = { zh: '校验码错误' };"),
      sample("export const task = { alias: ['撤销挂失'] };"),
    ],
  },
];
