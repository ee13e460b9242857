/** The syntax trees of a file's scripts, so that rules look at code and not at strings and comments. */
import ts from 'typescript';
import type { Breach, HouseFile } from './house-files.ts';

const trees = new WeakMap<HouseFile, ts.SourceFile[]>();

/** One tree for a script; one for each script block of a component, with the lines of the component. */
export function syntaxTrees(file: HouseFile): readonly ts.SourceFile[] {
  const known = trees.get(file);
  if (known !== undefined) return known;
  const parsed = scriptTexts(file).map((text) =>
    ts.createSourceFile(file.path, text, ts.ScriptTarget.Latest, true, scriptKind(file.path)),
  );
  trees.set(file, parsed);
  return parsed;
}

function scriptKind(path: string): ts.ScriptKind {
  return /\.(js|mjs|cjs)$/.test(path) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
}

/** The text of the scripts; what stands before a block becomes empty lines. */
function scriptTexts(file: HouseFile): string[] {
  if (!file.path.endsWith('.vue')) return [file.text];
  return [...file.text.matchAll(/(<script[^>]*>)([\s\S]*?)<\/script>/g)].map((match) => {
    const before = file.text.slice(0, match.index) + (match[1] ?? '');
    return before.replace(/[^\n]/g, '') + (match[2] ?? '');
  });
}

/** Every node of a file's scripts that `judge` says something about. */
export function nodeBreaches(file: HouseFile, judge: (node: ts.Node) => string | null): Breach[] {
  const found: Breach[] = [];
  for (const tree of syntaxTrees(file)) {
    const look = (node: ts.Node): void => {
      const what = judge(node);
      if (what !== null) found.push({ path: file.path, line: lineOf(node), what });
      ts.forEachChild(node, look);
    };
    look(tree);
  }
  return found;
}

export function lineOf(node: ts.Node): number {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** The fixed text of a string or of a template with its gaps as `…`; null for any other node. */
export function literalText(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
}

/** Every string in a file's scripts, property names in quotes included. */
export function literalTexts(file: HouseFile): Set<string> {
  const texts = new Set<string>();
  nodeBreaches(file, (node) => {
    const text = literalText(node) ?? (ts.isPropertyAssignment(node) ? node.name.getText() : null);
    if (text !== null) texts.add(text);
    return null;
  });
  return texts;
}
