/**
 * The proposed name of a saved document: its kind, the office, the card's last four digits, the period and
 * the number, so that the papers of a folder can be told apart. It has no whole number of a person.
 */
import type { DocumentFormat, DocumentKind } from '../../contract/kernel/vocabulary.ts';
import { readPaper } from '../loss/paper/paper-content.ts';
import type { DocumentRow } from '../paper/document-rows.ts';
import { readContent } from '../statement/statement-content.ts';

const NAMES: Readonly<Record<DocumentKind, string>> = {
  statement: '对账单',
  'loss-form': '挂失申请书',
  'password-receipt': '密码业务回单',
  'reissue-receipt': '补卡业务回单',
  'cancellation-receipt': '解除挂失回单',
  'take-back-receipt': '撤销误挂回单',
  'contact-receipt': '变更联系方式回单',
  'identity-receipt': '更正登记信息回单',
  'closing-receipt': '销户回单',
  'correction-receipt': '账务更正回单',
};

export function documentFileName(document: DocumentRow, format: DocumentFormat): string {
  const { kind, number } = document;
  const parts = kind === 'statement' ? statementParts(document) : paperParts(document);
  return `${[NAMES[kind], ...parts, number].join('-')}.${format === 'camt053' ? 'xml' : format}`;
}

function statementParts({ content }: DocumentRow): readonly string[] {
  const { office, card, period } = readContent(content);
  const [from, to] = [period.from, period.to].map((date) => date.replaceAll('-', ''));
  return [office.code, lastFour(card), `${from}至${to}`];
}

function paperParts({ content, businessDate }: DocumentRow): readonly string[] {
  const { office, card } = readPaper(content);
  return [office.code, lastFour(card), businessDate.replaceAll('-', '')];
}

function lastFour(card: string): string {
  return `尾号${card.slice(-4)}`;
}
