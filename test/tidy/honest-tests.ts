/** docs/style.md 7: no skipped test, no retry, no sleep, no assertion that cannot fail; and 6: nothing is swallowed. */
import ts from 'typescript';
import { isScript, isTest, type FileRule } from './house-files.ts';
import { nodeBreaches } from './syntax.ts';

const inTests = (path: string): boolean => isScript(path) && isTest(path);
const sample = (text: string) => ({ path: 'test/unit/a.test.ts', text });

const noSkipping: FileRule = {
  name: 'every test runs',
  applies: inTests,
  breaches: (file) =>
    nodeBreaches(file, (node) => {
      if (!ts.isPropertyAccessExpression(node)) return null;
      if (!/^(test|it|describe|suite|context|bench)\b/.test(node.expression.getText())) return null;
      return /^(skip|only|todo|fails|fixme|skipIf|runIf)$/.test(node.name.text) ? node.getText() : null;
    }),
  bad: [
    sample("test.skip('a', () => {});"),
    sample("describe.only('a', () => {});"),
    sample("test.describe.fixme('a', () => {});"),
    sample("it.concurrent.todo('a');"),
    sample("test.runIf(process.env['LUCKY'])('a', () => {});"),
  ],
  good: [sample("test('skip', () => {}); reader.skip(3);")],
};

const noRetrying: FileRule = {
  name: 'no test is tried again',
  applies: (path) => isScript(path) && /^(test|build)\//.test(path),
  breaches: (file) =>
    nodeBreaches(file, (node) => {
      if (!ts.isPropertyAssignment(node) || !/^(retry|retries)$/.test(node.name.getText())) return null;
      return node.initializer.getText() === '0' ? null : node.getText();
    }),
  bad: [sample("test('a', { retry: 2 }, () => {});"), sample('export default { retries: process.env.CI ? 2 : 0 };')],
  good: [sample("export default { retries: 0 }; ask('printQueue.retry');")],
};

const noSleeping: FileRule = {
  name: 'no test waits for time to pass',
  applies: inTests,
  breaches: (file) =>
    nodeBreaches(file, (node) => {
      if (ts.isImportDeclaration(node) && /timers\/promises/.test(node.moduleSpecifier.getText()))
        return node.getText();
      if (
        ts.isCallExpression(node) &&
        /(^|\.)(sleep|delay|waitForTimeout|Atomics\.wait)$/.test(node.expression.getText())
      )
        return node.getText();
      return ts.isNewExpression(node) && resolvesByTimer(node) ? node.getText() : null;
    }),
  bad: [
    sample("import { setTimeout } from 'node:timers/promises';"),
    sample('await page.waitForTimeout(500);'),
    sample('await new Promise((done) => setTimeout(done, 50));'),
    sample('await new Promise<void>((done) => { setTimeout(() => done(), 50); });'),
  ],
  good: [sample("await new Promise((_, fail) => setTimeout(() => fail(new Error('late')), 5000));")],
};

/** A promise that a timer keeps is a sleep; one that a timer breaks is a time limit. */
function resolvesByTimer(node: ts.NewExpression): boolean {
  const [executor] = node.arguments ?? [];
  if (node.expression.getText() !== 'Promise' || executor === undefined || !ts.isArrowFunction(executor)) return false;
  const resolve = executor.parameters[0]?.name.getText();
  if (resolve === undefined) return false;
  let found = false;
  const look = (inner: ts.Node): void => {
    if (ts.isCallExpression(inner) && inner.expression.getText() === 'setTimeout')
      found ||= new RegExp(`\\b${resolve}\\b`).test(inner.arguments[0]?.getText() ?? '');
    ts.forEachChild(inner, look);
  };
  look(executor.body);
  return found;
}

const canFail: FileRule = {
  name: 'every assertion can fail',
  applies: inTests,
  breaches: (file) =>
    nodeBreaches(file, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'expect') return null;
      const [subject] = node.arguments;
      const fixed =
        subject === undefined || ts.isLiteralExpression(subject) || /^(true|false|null)$/.test(subject.getText());
      return fixed ? node.parent.getText() : null;
    }),
  bad: [sample('expect(true).toBe(true);'), sample("expect('a').toContain('a');")],
  good: [sample('expect(answer).toBe(true); expect(`${a}`).toBe(b);')],
};

const nothingSwallowed: FileRule = {
  name: 'no error is swallowed',
  applies: isScript,
  breaches: (file) =>
    nodeBreaches(file, (node) => {
      if (ts.isCatchClause(node) && node.block.statements.length === 0) return 'an empty catch';
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
      const [handler] = node.arguments;
      const ignores = node.expression.name.text === 'catch' && handler !== undefined && doesNothing(handler);
      return ignores ? `.catch(${handler.getText()})` : null;
    }),
  bad: [
    { path: 'electron/a.ts', text: 'try { b(); } catch { /* never mind */ }' },
    { path: 'electron/a.ts', text: 'await b().catch(() => {});' },
    { path: 'build/a.mjs', text: 'b().catch(() => undefined);' },
  ],
  good: [{ path: 'electron/a.ts', text: 'try { b(); } catch (error) { log(error); } await c().catch((e) => log(e));' }],
};

function doesNothing(handler: ts.Expression): boolean {
  if (!ts.isArrowFunction(handler) && !ts.isFunctionExpression(handler)) return false;
  if (ts.isBlock(handler.body)) return handler.body.statements.length === 0;
  return /^(undefined|null|void 0)$/.test(handler.body.getText());
}

export const honestTests: readonly FileRule[] = [noSkipping, noRetrying, noSleeping, canFail, nothingSwallowed];
