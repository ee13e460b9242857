/** What the overview says on paper, in both languages. */
import { ERROR_CODES, type ErrorCode } from '../../contract/kernel/errors.ts';
import { shortSentence } from '../../contract/messages/short-sentence.ts';
import type { EntryKind, LossStatus } from '../../contract/kernel/vocabulary.ts';
import type { LossDoor } from '../../contract/overview/overview-verbs.ts';
import { KIND_LABELS } from '../paper/paper-labels.ts';

export const SECTIONS = {
  movements: '各月发生额 Movements by month',
  institutions: '定点机构消费 Consumption by institution',
  losses: '挂失 Losses by channel',
  refusals: '被拒绝的操作 Refusals',
  hours: '分时段业务量 Work by hour',
} as const;

export function entryKindName(kind: EntryKind): string {
  const { zh, en } = KIND_LABELS[kind];
  return `${zh} ${en}`;
}

const DOORS: Readonly<Record<LossDoor, string>> = {
  counter: '柜台 Counter',
  telephone: '电话（柜员受理）Telephone, by a clerk',
  ivr: '电话自助 Telephone menu',
  online: '网上 Online',
};

export function lossDoorName(door: LossDoor): string {
  return DOORS[door];
}

const STATUSES: Readonly<Record<LossStatus, string>> = {
  reported: '口头挂失中 oral',
  waiting: '挂失中 in force',
  lapsed: '已失效 lapsed',
  superseded: '已被取代 superseded',
  cancelled: '已解除挂失 cancelled',
  reissued: '已补卡 reissued',
  renewed: '已重设密码 renewed',
  'taken-back': '误挂，已撤销 taken back',
};

export function lossStatusName(status: LossStatus): string {
  return STATUSES[status];
}

function isErrorCode(code: string): code is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code);
}

/** A code of an earlier release, which has no sentence any more, stands as it is. */
export function refusalName(code: string): string {
  return isErrorCode(code) ? shortSentence('zh-CN', code) : code;
}
