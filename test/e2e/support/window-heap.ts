/** Everything a window's page holds in memory: all its strings, and every array and typed array, in all its worlds. */
import type { CDPSession, Page } from '@playwright/test';

export interface WindowHeap {
  readonly strings: readonly string[];
  /** Arrays of numbers or one-character texts, joined by commas. */
  readonly lists: readonly string[];
}

export async function windowHeap(page: Page): Promise<WindowHeap> {
  const session = await page.context().newCDPSession(page);
  const lists = await shortLists(session);
  const strings = await allStrings(session);
  await session.detach();
  return { strings, lists };
}

async function allStrings(session: CDPSession): Promise<readonly string[]> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: true });
  const { strings } = JSON.parse(chunks.join('')) as { readonly strings: readonly string[] };
  return strings;
}

/** Small numbers in arrays are in no snapshot, so the arrays themselves are asked for. */
async function shortLists(session: CDPSession): Promise<readonly string[]> {
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.id));
  await session.send('Runtime.enable');
  const lists: string[] = [];
  for (const contextId of worlds) {
    for (const kind of ['Array', 'Uint8Array', 'Uint16Array', 'Int32Array', 'Float64Array']) {
      lists.push(...(await listsOf(session, contextId, `${kind}.prototype`)));
    }
  }
  return lists;
}

async function listsOf(session: CDPSession, contextId: number, prototype: string): Promise<readonly string[]> {
  const { result } = await session.send('Runtime.evaluate', { expression: prototype, contextId });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const answer = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    returnByValue: true,
    functionDeclaration: `function () {
      const plain = (item) => typeof item === 'number' || (typeof item === 'string' && item.length === 1);
      const isList = (object) => Array.isArray(object) || ArrayBuffer.isView(object);
      return Array.from(this).filter(isList).map((list) => Array.from(list).filter(plain).join(','));
    }`,
  });
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
  const found = answer.result.value as readonly string[];
  return found.filter((list) => list !== '');
}
