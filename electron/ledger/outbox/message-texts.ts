/** What messages to holders say. A code's message names its purpose, and never a number, a balance or a name (docs/rules.md 7). */
import type { MessageKind } from '../../contract/outbox/outbox-verbs.ts';
import { inLanguage, type Locale, type WordPair } from '../../contract/messages/word-pair.ts';

const NOBODY_ASKS: WordPair = {
  zh: '银行工作人员不会向您索要验证码。',
  en: 'Bank staff never ask for it.',
};

function code(purpose: WordPair): WordPair {
  return {
    zh: `验证码 {code}，用于${purpose.zh}，{minutes} 分钟内有效。${NOBODY_ASKS.zh}`,
    en: `Code {code}, ${purpose.en}, valid for {minutes} minutes. ${NOBODY_ASKS.en}`,
  };
}

const TEXTS: Readonly<Record<MessageKind, WordPair>> = {
  'code for registering': code({ zh: '医保卡网上服务开通', en: 'to register for the medical card online' }),
  'code for a report': code({ zh: '医保卡口头挂失', en: 'to report the medical card lost' }),
  'code for following up': code({ zh: '查询挂失办理进度', en: 'to follow up a loss report' }),
  'login replaced': {
    zh: '您的医保卡网上服务已重新开通，原登录方式失效。如非本人操作，请持身份证到柜台办理。',
    en: 'Your online access to the medical card was set up anew; the former sign-in has ended. If this was not you, please come to a counter with your ID card.',
  },
  'login ended': {
    zh: '您的医保卡网上登录已在柜台注销。',
    en: 'Your online sign-in to the medical card was ended at a counter.',
  },
  'door locked': {
    zh: '您的医保卡网上服务因连续输错已暂时锁定，{minutes} 分钟后自行解除。如非本人操作，请持身份证到柜台办理。',
    en: 'Online access to your medical card is locked for {minutes} minutes after wrong attempts. If this was not you, please come to a counter with your ID card.',
  },
  'loss number': {
    zh: '您的挂失编号：{number}。请妥善保存，并在期限内持身份证到柜台书面确认。',
    en: 'Your loss report number: {number}. Please keep it and confirm the report in writing at a counter with your ID card in time.',
  },
};

export type MessageValues = Readonly<Record<string, string | number>>;

export function messageText(kind: MessageKind, language: Locale, values: MessageValues): string {
  return inLanguage(language, TEXTS[kind]).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a message of kind ${kind} without ${name}`);
    return String(value);
  });
}
