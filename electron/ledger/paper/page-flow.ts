/** Fills pages with blocks from top to bottom. Heights are known before anything is drawn, so 'page X of Y' is too. */
import type { PageInk } from './page-ink.ts';

export type Block = { readonly height: number; readonly draw: (ink: PageInk, top: number) => void };

/** What a statement looks like in one type size; `bottom` is where the lines must end. */
export type StatementLayout = {
  readonly firstHead: Block;
  readonly laterHead: Block;
  readonly top: number;
  readonly bottom: number;
  readonly body: readonly Block[];
  readonly foot: (ink: PageInk, page: number, pages: number) => void;
};

/** Shares the body out over pages. The last block, which closes the list, never stands on a page alone. */
function paginate(layout: StatementLayout): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]];
  let free = layout.bottom - layout.top - layout.firstHead.height;
  for (const block of layout.body) {
    if (block.height > free) {
      pages.push([]);
      free = layout.bottom - layout.top - layout.laterHead.height;
    }
    pages.at(-1)?.push(block);
    free -= block.height;
  }
  return keepEndWithItsLine(pages);
}

function keepEndWithItsLine(pages: Block[][]): Block[][] {
  const [last, previous] = [pages.at(-1), pages.at(-2)];
  if (!last || !previous || last.length !== 1 || previous.length < 2) return pages;
  last.unshift(...previous.splice(-1));
  return pages;
}

/** Draws every page and tells how many there are. */
export function drawPages(ink: PageInk, layout: StatementLayout): number {
  const pages = paginate(layout);
  pages.forEach((blocks, index) => {
    const head = index === 0 ? layout.firstHead : layout.laterHead;
    ink.startPage();
    let top = layout.top;
    for (const block of [head, ...blocks]) {
      block.draw(ink, top);
      top += block.height;
    }
    layout.foot(ink, index + 1, pages.length);
  });
  return pages.length;
}

/** Blocks under one another as one block. */
export function stack(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0),
    draw: (ink, top) => {
      let at = top;
      for (const block of blocks) {
        block.draw(ink, at);
        at += block.height;
      }
    },
  };
}

export function gap(height: number): Block {
  return { height, draw: () => undefined };
}
