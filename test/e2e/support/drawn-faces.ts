/** Which faces drew a window as it is now, asked of Chromium. */
import type { Page } from '@playwright/test';

interface DomNode {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeType: number;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly pseudoElements?: readonly DomNode[];
}

interface DrawnFace {
  readonly familyName: string;
  readonly isCustomFont: boolean;
  readonly glyphCount: number;
}

const elementNode = 1;

/** Each text drawn with one of the system's faces, and how many glyphs of all were drawn with ours. */
export async function drawnFaces(page: Page): Promise<{ readonly bySystem: readonly string[]; readonly ours: number }> {
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const bySystem: string[] = [];
    let ours = 0;
    for (const { nodeId, nodeName } of elementsBelow(root)) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const { familyName, isCustomFont, glyphCount } of fonts as readonly DrawnFace[]) {
        if (isCustomFont) ours += glyphCount;
        else bySystem.push(`${nodeName}: ${familyName}, ${glyphCount} glyphs`);
      }
    }
    return { bySystem, ours };
  } finally {
    await session.detach();
  }
}

function elementsBelow(node: DomNode): DomNode[] {
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.pseudoElements ?? [])];
  const rest = below.flatMap(elementsBelow);
  return node.nodeType === elementNode ? [node, ...rest] : rest;
}
