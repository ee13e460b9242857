/**
 * Puts text, rules and fields on the pages of one PDF. A statement is thousands of short texts at known places, so they
 * are written as PDF text operators directly: pdfkit's own paragraph setter takes longer than the rest of the document.
 * Places are in points from the page's top left corner; a text's `y` is its baseline.
 */
import PDFDocument from 'pdfkit';
import { textWidth, type Face } from './fonts/document-faces.ts';
import { EmbeddedFace } from './fonts/embedded-face.ts';
import { printable } from './fonts/missing-glyph.ts';

export interface DrawnPaper {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Red, green, blue from 0 to 1, as PDF writes them. */
export type Colour = `${number} ${number} ${number}`;
export const COLOURS = {
  ink: '0.11 0.14 0.15',
  muted: '0.36 0.42 0.43',
  /** #0f5e63 */
  accent: '0.059 0.369 0.388',
  hairline: '0.8 0.86 0.86',
  tint: '0.945 0.968 0.968',
} as const satisfies Record<string, Colour>;

export type TextStyle = { readonly face: Face; readonly size: number; readonly colour: Colour };

/** Width and height in points. */
export type Sheet = { readonly width: number; readonly height: number };
/** A4. */
export const PAGE = { width: 595.28, height: 841.89 } as const satisfies Sheet;

/** Slots of the page's font resources. */
const RESOURCE: Readonly<Record<Face, string>> = { regular: 'R', bold: 'B' };

export class PageInk {
  readonly #doc: PDFKit.PDFDocument;
  readonly #faces: Readonly<Record<Face, EmbeddedFace>>;
  readonly #sheet: Sheet;
  #shapes: string[] = [];
  #texts: string[] = [];
  #shapeColour: Colour | null = null;
  #textStyle: TextStyle | null = null;

  /** `info` is what the PDF says of itself; the same info and the same strokes give the same bytes. */
  constructor(info: { readonly title: string; readonly madeAt: Date }, sheet: Sheet = PAGE) {
    this.#sheet = sheet;
    this.#doc = new PDFDocument({
      autoFirstPage: false,
      font: '',
      lang: 'zh-CN',
      margin: 0,
      pdfVersion: '1.7',
      size: [sheet.width, sheet.height],
      info: { Title: info.title, Creator: 'Medicard Counter', CreationDate: info.madeAt },
    });
    this.#faces = {
      regular: new EmbeddedFace(this.#doc, 'regular'),
      bold: new EmbeddedFace(this.#doc, 'bold'),
    };
  }

  startPage(): void {
    this.#finishPage();
    this.#doc.addPage();
    Object.assign(this.#doc.page.fonts, {
      [RESOURCE.regular]: this.#faces.regular.dictionary,
      [RESOURCE.bold]: this.#faces.bold.dictionary,
    });
  }

  text(style: TextStyle, x: number, y: number, text: string): void {
    const hex = this.#faces[style.face].encode(printable(text));
    this.#useTextStyle(style);
    this.#texts.push(`1 0 0 1 ${points(x)} ${points(this.#sheet.height - y)} Tm <${hex}> Tj`);
  }

  textRight(style: TextStyle, right: number, y: number, text: string): void {
    this.text(style, right - textWidth(printable(text), style.face, style.size), y, text);
  }

  textCentred(style: TextStyle, centre: number, y: number, text: string): void {
    this.text(style, centre - textWidth(printable(text), style.face, style.size) / 2, y, text);
  }

  fill(colour: Colour, x: number, y: number, width: number, height: number): void {
    this.fillAll(colour, [{ x, y, width, height }]);
  }

  /** Fills many rectangles as one path. */
  fillAll(colour: Colour, boxes: readonly { x: number; y: number; width: number; height: number }[]): void {
    if (this.#shapeColour !== colour) this.#shapes.push(`${colour} rg`);
    this.#shapeColour = colour;
    for (const { x, y, width, height } of boxes) {
      this.#shapes.push(
        `${points(x)} ${points(this.#sheet.height - y - height)} ${points(width)} ${points(height)} re`,
      );
    }
    this.#shapes.push('f');
  }

  /** A line of the given thickness whose upper edge is at `y`. */
  rule(colour: Colour, x: number, y: number, width: number, thickness: number): void {
    this.fill(colour, x, y, width, thickness);
  }

  /** The whole document. Nothing can be drawn afterwards. */
  finish(): Uint8Array {
    this.#finishPage();
    this.#faces.regular.embed();
    this.#faces.bold.embed();
    this.#doc.end();
    const bytes: unknown = this.#doc.read();
    if (!(bytes instanceof Uint8Array)) throw new Error('pdfkit gave no document');
    return bytes;
  }

  /** pdfkit turns each page upside down for its own use; our operators count from the bottom as PDF does. */
  #finishPage(): void {
    if (this.#shapes.length + this.#texts.length === 0) return;
    const content = [`q 1 0 0 -1 0 ${this.#sheet.height} cm`, ...this.#shapes, 'BT', ...this.#texts, 'ET', 'Q'].join(
      '\n',
    );
    this.#doc.addContent(Buffer.from(content, 'latin1'));
    this.#shapes = [];
    this.#texts = [];
    this.#shapeColour = null;
    this.#textStyle = null;
  }

  #useTextStyle(style: TextStyle): void {
    const now = this.#textStyle;
    if (now?.face !== style.face || now.size !== style.size) {
      this.#texts.push(`/${RESOURCE[style.face]} ${style.size} Tf`);
    }
    if (now?.colour !== style.colour) this.#texts.push(`${style.colour} rg`);
    this.#textStyle = style;
  }
}

/** What must not be broken over lines, a figure or a label, is set smaller where it is too long for its place. */
export function fittedStyle(style: TextStyle, text: string, room: number): TextStyle {
  const width = textWidth(text, style.face, style.size);
  return width <= room ? style : { ...style, size: Math.floor((style.size * room * 100) / width) / 100 };
}

/** A hundredth of a point is finer than any printer. */
function points(length: number): number {
  return Math.round(length * 100) / 100;
}
