/** Which kind of message a text is, by words that stand in no other. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['code register', /用于医保卡网上服务开通/],
  ['code report', /用于医保卡口头挂失/],
  ['code follow-up', /用于查询挂失办理进度/],
  ['login replaced', /已重新开通/],
  ['login ended', /已在柜台注销/],
  ['door locked', /已暂时锁定/],
  ['loss number', /您的挂失编号/],
];

/** The text itself where it is none of them. */
export const kindOf = (text: string): string => KINDS.find(([, words]) => words.test(text))?.[0] ?? text;
