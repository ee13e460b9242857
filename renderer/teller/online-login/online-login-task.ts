/** Announces the task of the holder's online login. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';
import { ruled } from '../help/help-page.ts';
import { defineTask, type TaskShortcuts } from '../task.ts';

const shortcuts = {} as const satisfies TaskShortcuts;

const onlineLoginWords = {
  onlineLogin: {
    nobody: {
      zh: '先按 {key} 识别客户；网上登录由持卡人本人到柜台查看和注销。',
      en: 'Open a visit first ({key}); a holder sees and ends their online login in person.',
    },
    holderOnly: {
      zh: '网上登录只由持卡人本人办理，代办人不能查看或注销。',
      en: 'Only the holder in person deals with the online login; an agent neither sees nor ends it.',
    },
    none: { zh: '该持卡人没有开通网上登录。', en: 'This holder has no online login.' },
    kind: { zh: '登录方式', en: 'Signs in by' },
    kinds: {
      passkey: { zh: '通行密钥', en: 'passkey' },
      password: { zh: '登录密码', en: 'login password' },
    },
    registeredAt: { zh: '开通时间', en: 'Registered' },
    lastUsedAt: { zh: '最近登录', en: 'Last signed in' },
    openSessions: { zh: '正在登录', en: 'Open sessions' },
    lockedUntil: { zh: '锁定至', en: 'Locked until' },
    end: { zh: '注销网上登录', en: 'End the online login' },
    sentence: {
      zh: '{name}（卡 {card}）的网上登录将注销，已登录的会话一并结束，并短信告知预留手机。卡、密码和挂失不受影响。',
      en: 'The online login of {name} (card {card}) ends with its sessions, and the phone on file is told. Card, password and loss reports stay as they are.',
    },
    ended: {
      zh: '网上登录已注销。持卡人可以重新开通。',
      en: 'The online login has ended. The holder can register anew.',
    },
  },
} satisfies WordPairs;

export const onlineLoginTask = defineTask({
  id: 'onlineLogin',
  key: 'Alt+I',
  name: { zh: '网上登录', en: 'Online login' },
  alias: ['网上服务', '网银', '通行密钥', '注销登录', 'passkey', 'web', 'sign-in of the holder'],
  actions: [],
  component: () => import('./OnlineLoginTask.vue'),
  words: onlineLoginWords,
  shortcuts,
  parts: [],
  help: () =>
    Promise.resolve({
      steps: [
        {
          says: {
            zh: '持卡人本人在柜台时按 {taskOnlineLogin}，可见登录方式和最近一次登录。',
            en: 'With the holder at the counter press {taskOnlineLogin}: how they sign in, and when they last did.',
          },
        },
        {
          says: {
            zh: '持卡人要求时注销：按两次 Enter，登录和会话立即结束，并短信告知预留手机。',
            en: 'Where the holder asks for it, end the login by pressing Enter twice: it ends with its sessions at once, and the phone on file is told.',
          },
        },
      ],
      rules: [
        ruled(7, {
          zh: '一位持卡人只有一个网上登录；注销后可以重新开通。卡的密码与网上登录无关。',
          en: 'A holder has one online login, and may register anew after it has ended. The password of the card has nothing to do with it.',
        }),
      ],
      faults: [
        {
          code: 'LOGIN_ABSENT',
          cause: { zh: '已在别处注销，或从未开通。', en: 'It was ended elsewhere, or never registered.' },
        },
      ],
      near: ['visit', 'loss'],
    }),
});

declare module '../../shared/keyboard/shortcuts.ts' {
  interface ShortcutLists {
    onlineLogin: typeof shortcuts;
  }
}

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    onlineLogin: typeof onlineLoginWords;
  }
}
