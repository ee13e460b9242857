/** What Ctrl+K offers of reporting a loss, at the counter and by telephone, and why one of them cannot be reported now. */
import type { LossKind, LossObject } from '../../../electron/contract/kernel/vocabulary.ts';
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import type { TaskAction } from '../task.ts';
import { canBeLost, lossKinds, lossObjects } from './loss-draft.ts';

const REPORTED: WordPair = {
  zh: '已有挂失或密码不在可挂失的状态；请到“挂失查询与处理”查看。',
  en: 'It has already been reported lost, or its password cannot be reported lost now; see Follow-up.',
};

function report(object: LossObject, kind: LossKind, said: Pick<TaskAction, 'name' | 'alias'>): TaskAction {
  const objectKey = { shortcut: 'lostObject', index: lossObjects.indexOf(object) } as const;
  const kindKey = { shortcut: 'lossKind', index: lossKinds.indexOf(kind) } as const;
  return {
    ...said,
    needs: object === 'card' ? 'visit' : 'holder',
    forbidden: (visit) => (canBeLost(object, visit) ? null : REPORTED),
    keys: object === 'password' ? [objectKey] : [objectKey, kindKey],
  };
}

const telephone = { needs: 'nothing', about: { about: 'telephone' } } as const;

export const lossActions: readonly TaskAction[] = [
  report('card', 'formal', {
    name: { zh: '书面挂失', en: 'Report a card lost in writing' },
    alias: ['正式挂失', 'formal loss'],
  }),
  report('card', 'oral', {
    name: { zh: '口头挂失', en: 'Report a card lost orally' },
    alias: ['临时挂失', 'oral loss', 'temporary loss'],
  }),
  report('password', 'formal', { name: { zh: '密码挂失', en: 'Report the password lost' }, alias: ['lost PIN'] }),
  report('both', 'formal', {
    name: { zh: '双挂失（卡和密码）', en: 'Report card and password lost' },
    alias: ['卡和密码都丢了', 'both'],
  }),
  {
    ...telephone,
    name: { zh: '电话挂失', en: 'Report a loss by telephone' },
    alias: ['来电挂失', 'phone loss'],
    keys: [{ shortcut: 'lostObject', index: 0 }],
  },
  {
    ...telephone,
    name: { zh: '电话查询余额', en: 'Balance by telephone' },
    alias: ['来电查余额', 'phone balance'],
    keys: [{ shortcut: 'lostObject', index: 1 }],
  },
];
