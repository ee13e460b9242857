/** The recovery sheet: the one paper from which an office's keys can be restored (docs/ledger.md 4). */
import { missingGlyphsIn, MissingGlyphError } from '../paper/fonts/missing-glyph.ts';
import { COLOURS, fittedStyle, PAGE, PageInk, type TextStyle } from '../paper/page-ink.ts';
import { drawQr } from '../paper/qr-mark.ts';

export type RecoverySheetView = {
  readonly office: { readonly code: string; readonly name: string; readonly officeId: string };
  /** Each in groups, with its check digits. */
  readonly recoveryKey: string;
  readonly pinRecoveryKey: string;
  /** Number and short hash of the newest audit record, to hold the books against (docs/ledger.md 6). */
  readonly auditHead: string;
  /** The office's wall clock. */
  readonly madeAt: { readonly date: Date; readonly local: string };
};

const MARGIN = 56;
const TITLE: TextStyle = { face: 'bold', size: 20, colour: COLOURS.accent };
const LABEL: TextStyle = { face: 'regular', size: 10, colour: COLOURS.muted };
const BODY: TextStyle = { face: 'regular', size: 11, colour: COLOURS.ink };
const KEY: TextStyle = { face: 'bold', size: 15, colour: COLOURS.ink };
const GROUPS_A_LINE = 4;
const LINE = 24;
const KEY_TOP = 236;
/** From one key to the next. */
const KEY_HEIGHT = 176;
const QR_SIDE = 110;
const FACT_LEFT = MARGIN + 130;
const FACT_ROOM = PAGE.width - MARGIN - FACT_LEFT;

const ADVICE = [
  '恢复密钥可打开本网点全部账务数据及其备份。遗失恢复密钥，数据无法恢复。',
  'The recovery key opens all books of the office and their backups. If it is lost, they cannot be recovered.',
  '密码密钥用于核对持卡人密码；没有它，所有密码须重新设置。',
  'The PIN key is used to verify card passwords. Without it, all passwords must be set again.',
  '请封存于保险柜，由两人共同保管；请勿拍照、复印或通过网络传送。',
  'Keep it sealed in a safe under dual custody. Do not photograph, copy or transmit it.',
];

/** Throws a MissingGlyphError when the office's name cannot be printed. */
export function recoverySheetPdf(view: RecoverySheetView): Uint8Array {
  const missing = missingGlyphsIn(view.office.name, 'office.name');
  if (missing.length > 0) throw new MissingGlyphError(missing);
  const ink = new PageInk({ title: `Recovery sheet ${view.office.code}`, madeAt: view.madeAt.date });
  ink.startPage();
  ink.text(TITLE, MARGIN, 88, '恢复单 Recovery sheet');
  ink.rule(COLOURS.accent, MARGIN, 104, PAGE.width - 2 * MARGIN, 1);
  const facts: readonly (readonly [string, string])[] = [
    ['网点 Office', `${view.office.code} ${view.office.name}`],
    ['网点标识 Office ID', view.office.officeId],
    ['打印时间 Printed', view.madeAt.local],
    ['审计记录 Audit head', view.auditHead],
  ];
  facts.forEach(([label, value], at) => {
    ink.text(LABEL, MARGIN, 136 + at * 22, label);
    ink.text(fittedStyle(BODY, value, FACT_ROOM), FACT_LEFT, 136 + at * 22, value);
  });
  drawKey(ink, KEY_TOP, '恢复密钥 Recovery key', 'MCR1', view.recoveryKey);
  drawKey(ink, KEY_TOP + KEY_HEIGHT, '密码密钥 PIN key', 'MCP1', view.pinRecoveryKey);
  ADVICE.forEach((line, at) => {
    ink.text(fittedStyle(BODY, line, PAGE.width - 2 * MARGIN), MARGIN, KEY_TOP + 2 * KEY_HEIGHT + 20 + at * 20, line);
  });
  return ink.finish();
}

function drawKey(ink: PageInk, top: number, label: string, mark: string, recoveryKey: string): void {
  const [key = '', check = ''] = recoveryKey.split(' - ');
  const groups = key.split(' ');
  const first = top + 26;
  ink.text(LABEL, MARGIN, top, label);
  for (let at = 0; at < groups.length; at += GROUPS_A_LINE) {
    const line = groups.slice(at, at + GROUPS_A_LINE).join('  ');
    ink.text(KEY, MARGIN, first + (at / GROUPS_A_LINE) * LINE, line);
  }
  ink.text(KEY, MARGIN, first + Math.ceil(groups.length / GROUPS_A_LINE) * LINE, `- ${check}`);
  drawQr(ink, `${mark}|${recoveryKey.replaceAll(' ', '')}`, PAGE.width - MARGIN - QR_SIDE, top - 4, QR_SIDE);
}
