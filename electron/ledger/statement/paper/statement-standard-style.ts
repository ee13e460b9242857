/** Places and type of the statement in normal type, in points. */
import { COLOURS, PAGE, type TextStyle } from '../../paper/page-ink.ts';

export const LEFT = 40;
export const RIGHT = PAGE.width - LEFT;
export const WIDTH = RIGHT - LEFT;
export const TOP = 36;
export const FOOT_RULE = 806;
export const QR_SIDE = 58;

export const STYLES = {
  office: { face: 'bold', size: 9, colour: COLOURS.accent },
  title: { face: 'bold', size: 17, colour: COLOURS.ink },
  subtitle: { face: 'regular', size: 8.5, colour: COLOURS.muted },
  label: { face: 'regular', size: 6.5, colour: COLOURS.muted },
  value: { face: 'regular', size: 8.5, colour: COLOURS.ink },
  strong: { face: 'bold', size: 8.5, colour: COLOURS.ink },
  carry: { face: 'bold', size: 7.2, colour: COLOURS.ink },
  total: { face: 'bold', size: 8, colour: COLOURS.ink },
  notice: { face: 'regular', size: 7.5, colour: COLOURS.ink },
  column: { face: 'bold', size: 7.2, colour: COLOURS.accent },
  columnEnglish: { face: 'regular', size: 5.8, colour: COLOURS.muted },
  cell: { face: 'regular', size: 7.2, colour: COLOURS.ink },
  cellQuiet: { face: 'regular', size: 6, colour: COLOURS.muted },
  law: { face: 'regular', size: 6.8, colour: COLOURS.ink },
  foot: { face: 'regular', size: 6.5, colour: COLOURS.muted },
} as const satisfies Record<string, TextStyle>;
