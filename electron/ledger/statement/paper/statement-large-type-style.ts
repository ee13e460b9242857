/** Places and type of the statement in large type, in points. */
import { wrapText } from '../../paper/line-wrap.ts';
import type { Block } from '../../paper/page-flow.ts';
import { COLOURS, PAGE, type TextStyle } from '../../paper/page-ink.ts';
import type { Label } from '../../paper/paper-labels.ts';
import type { StatementView } from './statement-view.ts';

export const LEFT = 44;
export const RIGHT = PAGE.width - LEFT;
export const WIDTH = RIGHT - LEFT;
export const LINE = 20;
export const QR_SIDE = 84;
export const FOOT_RULE = 788;

export const STYLES = {
  office: { face: 'bold', size: 15, colour: COLOURS.accent },
  title: { face: 'bold', size: 18, colour: COLOURS.ink },
  text: { face: 'regular', size: 14, colour: COLOURS.ink },
  quiet: { face: 'regular', size: 14, colour: COLOURS.muted },
  strong: { face: 'bold', size: 15, colour: COLOURS.ink },
  section: { face: 'bold', size: 15, colour: COLOURS.accent },
} as const satisfies Record<string, TextStyle>;

/** A label in the one language of the paper. */
export type Word = (label: Label) => string;

export function inLanguage({ language }: StatementView): Word {
  return language === 'en' ? ({ en }) => en : ({ zh }) => zh;
}

/** Lines under one another; the whole text is always set, however long. */
export function paragraph(style: TextStyle, text: string, x: number, width: number): Block {
  const lines = wrapText(text, style.face, style.size, width);
  const leading = Math.max(LINE, style.size * 1.4);
  return {
    height: lines.length * leading,
    draw: (ink, top) => lines.forEach((line, index) => ink.text(style, x, top + leading - 5 + index * leading, line)),
  };
}
