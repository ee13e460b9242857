/** Who signs: the customer or the agent, the clerk, the second person where there was one; and room for the seal. */
import * as say from './loss-paper-labels.ts';
import type { LossPaperView } from './loss-paper-view.ts';
import type { Block } from '../../paper/page-flow.ts';
import { COLOURS, type PageInk, type TextStyle } from '../../paper/page-ink.ts';
import { bilingual, type Label } from '../../paper/paper-labels.ts';

const STYLES = {
  label: { face: 'regular', size: 7.4, colour: COLOURS.ink },
  english: { face: 'regular', size: 5.8, colour: COLOURS.muted },
} as const satisfies Record<string, TextStyle>;

const PAD = 5;
const LINE = 0.5;

/** The customer's side first. */
export function signers({ agent, authorisedBy }: LossPaperView): readonly Label[] {
  const { customer, agent: deputy, clerk, authorising } = say.SIGNATURES;
  return [agent === null ? customer : deputy, clerk, ...(authorisedBy === null ? [] : [authorising])];
}

/** Position of the row and height of its boxes, in points. */
export type SignatureMeasure = { readonly left: number; readonly width: number; readonly height: number };

export function signatureRow(view: LossPaperView, { left, width, height }: SignatureMeasure): Block {
  const signed = signers(view);
  const boxes = [...signed, say.SIGNATURES.seal];
  const step = width / boxes.length;
  const declared = view.kind === 'loss-form' ? 13 : 0;
  return {
    height: height + declared,
    draw: (ink, top) => {
      if (declared > 0) ink.text(STYLES.label, left, top + 8, bilingual(say.DECLARATION));
      frame(ink, boxes.length, { x: left, y: top + declared, width, height });
      boxes.forEach((label, index) => {
        const [x, y] = [left + index * step, top + declared];
        ink.text(STYLES.label, x + PAD, y + 11, label.zh);
        ink.text(STYLES.english, x + PAD, y + 19, label.en);
        if (index >= signed.length) return;
        ink.rule(COLOURS.muted, x + PAD, y + height - 20, step - 2 * PAD, 0.5);
        ink.text(STYLES.english, x + PAD, y + height - 7, bilingual(say.DATE_LINE));
        ink.rule(COLOURS.muted, x + PAD + 28, y + height - 6, step - 2 * PAD - 28, 0.5);
      });
    },
  };
}

type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function frame(ink: PageInk, boxes: number, { x, y, width, height }: Frame): void {
  const uprights = Array.from({ length: boxes + 1 }, (_, index) => ({
    x: x + (index * width) / boxes - (index === 0 ? 0 : LINE),
    y,
    width: LINE,
    height,
  }));
  const levels = [y, y + height - LINE].map((level) => ({ x, y: level, width, height: LINE }));
  ink.fillAll(COLOURS.hairline, [...uprights, ...levels]);
}
