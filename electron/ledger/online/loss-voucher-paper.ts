/** The voucher of an oral report made online, to keep: its number first, and what is to be done next. It is no loss form, which is signed. */
import type { BusinessDate } from '../../contract/kernel/dates.ts';
import type { Locale } from '../../contract/messages/word-pair.ts';
import type { LossStatus } from '../../contract/kernel/vocabulary.ts';
import { voucherText } from '../loss/voucher-code.ts';
import { wrapText } from '../paper/line-wrap.ts';
import { COLOURS, fittedStyle, PAGE, PageInk, type TextStyle } from '../paper/page-ink.ts';
import { ENQUIRIES, type Label } from '../paper/paper-labels.ts';
import { drawQr } from '../paper/qr-mark.ts';

export interface LossVoucherView {
  readonly office: { readonly code: string; readonly name: string };
  readonly number: string;
  readonly verificationCode: string;
  /** Masked, as is the card. */
  readonly holderName: string;
  readonly card: string;
  /** `YYYY-MM-DD HH:MM:SS` on the office's clock. */
  readonly reportedAt: string;
  readonly lapsesOn: BusinessDate | null;
  readonly status: LossStatus;
  /** Empty where the office names none. */
  readonly telephone: string;
  readonly madeAt: { readonly date: Date; readonly local: string };
  /** The one that comes first. */
  readonly language: Locale;
}

const MARGIN = 56;
const WIDTH = PAGE.width - 2 * MARGIN;
const TITLE: TextStyle = { face: 'bold', size: 20, colour: COLOURS.accent };
const SECOND: TextStyle = { face: 'regular', size: 10, colour: COLOURS.muted };
const NUMBER: TextStyle = { face: 'bold', size: 30, colour: COLOURS.ink };
const LABEL: TextStyle = { face: 'regular', size: 10, colour: COLOURS.muted };
const VALUE: TextStyle = { face: 'regular', size: 12, colour: COLOURS.ink };
const NEXT: TextStyle = { face: 'bold', size: 12, colour: COLOURS.ink };
const LINE = 18;
const QR_SIDE = 120;

const WORDS = {
  title: { zh: '口头挂失凭单', en: 'Voucher of an oral loss report' },
  number: { zh: '挂失编号', en: 'Loss report number' },
  holder: { zh: '持卡人', en: 'Holder' },
  card: { zh: '卡号', en: 'Card' },
  reported: { zh: '挂失时间', en: 'Reported' },
  lapses: { zh: '有效期至', en: 'Valid until' },
  code: { zh: '验证码', en: 'Verification code' },
  printed: { zh: '生成时间', en: 'Made' },
  next: {
    zh: '卡已停止支付（止付），资金划入不受影响。请在有效期内持身份证到柜台书面确认，逾期挂失自动失效。柜员扫描二维码即可调出本次挂失。',
    en: 'The card has stopped paying; allocations still arrive. Confirm the report in writing at a counter with your ID card while it is valid, or it lapses by itself. The counter brings it up by the QR code.',
  },
  ended: {
    zh: '本次挂失已结束，卡是否停止支付以柜台查询为准。',
    en: 'This report has ended; whether the card is stopped is told at the counter.',
  },
  noForm: {
    zh: '本凭单不是挂失申请书，不作补卡依据。',
    en: 'This voucher is no loss form, and no new card is issued on it.',
  },
} as const satisfies Record<string, Label>;

export function lossVoucherPdf(view: LossVoucherView): Uint8Array {
  const ink = new PageInk({ title: `Loss report ${view.number}`, madeAt: view.madeAt.date });
  const [first, second] = view.language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  const both = (label: Label): string => `${label[first]}  ${label[second]}`;
  const office = `${view.office.code} ${view.office.name}`;
  ink.startPage();
  ink.text(fittedStyle(SECOND, office, WIDTH), MARGIN, 60, office);
  ink.text(TITLE, MARGIN, 92, WORDS.title[first]);
  ink.text(SECOND, MARGIN, 110, WORDS.title[second]);
  ink.rule(COLOURS.accent, MARGIN, 122, WIDTH, 1);
  ink.text(LABEL, MARGIN, 152, both(WORDS.number));
  ink.text(NUMBER, MARGIN, 188, view.number);
  factsOf(view).forEach(([label, value], at) => {
    ink.text(LABEL, MARGIN, 226 + at * 24, both(label));
    ink.text(fittedStyle(VALUE, value, WIDTH - 190 - QR_SIDE), MARGIN + 170, 226 + at * 24, value);
  });
  drawQr(ink, voucherText(view.number, view.verificationCode), PAGE.width - MARGIN - QR_SIDE, 210, QR_SIDE);
  const isOpen = view.status === 'reported' || view.status === 'waiting';
  const next = isOpen ? WORDS.next : WORDS.ended;
  let top = 400;
  for (const [style, text] of [
    [NEXT, next[first]],
    [VALUE, next[second]],
    [SECOND, WORDS.noForm[first]],
    [SECOND, WORDS.noForm[second]],
    ...(view.telephone === '' ? [] : [[VALUE, `${both(ENQUIRIES)}  ${view.telephone}`] as const]),
  ] as const) {
    for (const line of wrapText(text, style.face, style.size, WIDTH)) {
      ink.text(style, MARGIN, top, line);
      top += LINE;
    }
    top += LINE / 2;
  }
  return ink.finish();
}

function factsOf(view: LossVoucherView): readonly (readonly [Label, string])[] {
  return [
    [WORDS.holder, view.holderName],
    [WORDS.card, view.card],
    [WORDS.reported, view.reportedAt],
    ...(view.lapsesOn === null ? [] : [[WORDS.lapses, `${view.lapsesOn} 24:00`] as const]),
    [WORDS.code, view.verificationCode],
    [WORDS.printed, view.madeAt.local],
  ];
}
