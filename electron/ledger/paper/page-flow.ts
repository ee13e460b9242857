/** Fills pages with blocks from top to bottom. Heights are known before anything is drawn, so 'page X of Y' is too. */
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { COLOURS, type PageInk } from './page-ink.ts';

export type Block = { readonly height: number; readonly draw: (ink: PageInk, top: number) => void };

/** What a statement looks like in one type size; `bottom` is where the lines must end. */
export type StatementLayout = {
  readonly firstHead: Block;
  readonly laterHead: Block;
  readonly top: number;
  readonly bottom: number;
  /** The last block closes the list. */
  readonly body: readonly Block[];
  /** The line that carries the sums after so many blocks: below the last of a page, and above the first of the next one. */
  readonly carry: (blocks: number) => { readonly over: Block; readonly forward: Block };
  readonly foot: (ink: PageInk, page: number, pages: number) => void;
};

/**
 * How many blocks stand on each page. The last block never stands on a page alone where a page can hold two, and none stands under
 * the first head where that leaves it too little room.
 */
function paginate({ firstHead, laterHead, top, bottom, body, carry }: StatementLayout): readonly number[] {
  const { over, forward } = carry(0);
  const heights = body.map(({ height }) => height);
  let rest = heights.reduce((sum, height) => sum + height, 0);
  const pages: number[] = [];
  for (let next = 0; next < body.length;) {
    const isFirst = pages.length === 0;
    const room = bottom - top - (isFirst ? firstHead.height : laterHead.height + forward.height);
    const fewest = isFirst && (heights[next] ?? 0) > room - over.height ? 0 : 1;
    const before = blocksBefore(heights.slice(next), room - over.height);
    const count = rest <= room ? body.length - next : Math.max(fewest, before);
    rest -= heights.slice(next, next + count).reduce((sum, height) => sum + height, 0);
    next += count;
    pages.push(count);
  }
  return pages;
}

/** How many blocks go before a break: as many as fit, and two stay for the next page. */
function blocksBefore(heights: readonly number[], room: number): number {
  let [count, height] = [0, 0];
  while (count < heights.length - 2 && height + (heights[count] ?? 0) <= room) {
    height += heights[count] ?? 0;
    count += 1;
  }
  return count;
}

/** Each is drawn in about a millisecond, and whoever else asks of this process waits for no more than so many. */
const PAGES_AT_ONCE = 16;

/** Draws every page and tells how many there are. */
export async function drawPages(ink: PageInk, layout: StatementLayout): Promise<number> {
  const pages = paginate(layout);
  let drawn = 0;
  for (const [index, count] of pages.entries()) {
    if (index % PAGES_AT_ONCE === PAGES_AT_ONCE - 1) await letOthersRun();
    const isLast = index === pages.length - 1;
    const head = index === 0 ? [layout.firstHead] : [layout.laterHead, layout.carry(drawn).forward];
    const blocks = layout.body.slice(drawn, drawn + count);
    drawn += count;
    ink.startPage();
    let top = layout.top;
    for (const block of [...head, ...blocks, ...(isLast ? [] : [layout.carry(drawn).over])]) {
      block.draw(ink, top);
      top += block.height;
    }
    layout.foot(ink, index + 1, pages.length);
  }
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

/** An empty frame, for a seal. */
export function drawFrame(ink: PageInk, x: number, y: number, width: number, height: number): void {
  const line = 0.6;
  ink.fillAll(COLOURS.hairline, [
    { x, y, width, height: line },
    { x, y: y + height - line, width, height: line },
    { x, y, width: line, height },
    { x: x + width - line, y, width: line, height },
  ]);
}
