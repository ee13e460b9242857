/** Long lists come page by page, with counts from the ledger: no answer grows with the office's years. */
import { z } from 'zod';

/** Rows of a page. */
export const PAGE_ROWS = 50;

/** From 1; a page behind the last one is answered with the last. Absent: the first. */
export const pageNumber = z.number().int().min(1).exactOptional();

const pagePlace = { total: z.number().int(), page: z.number().int(), pages: z.number().int() };

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), ...pagePlace });
}

export interface PagePosition {
  /** Rows of all pages. */
  readonly total: number;
  /** From 1. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
}

/** Where a page lies; the last one when fewer are left than were asked for. */
export function positionOfPage(total: number, asked = 1): PagePosition & { readonly offset: number } {
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS));
  const page = Math.min(asked, pages);
  return { total, page, pages, offset: (page - 1) * PAGE_ROWS };
}
