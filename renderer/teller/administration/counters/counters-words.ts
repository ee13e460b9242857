/** The words of the counters. */
import type { WordPairs } from '../../../shared/words/word-pairs.ts';

export const countersWords = {
  counters: {
    title: { zh: '柜台', en: 'Counters' },
    revokeReason: { zh: '注销理由', en: 'Reason' },
    explain: {
      zh: '接入本网点服务器的柜台。用 ↑ ↓ 选择。',
      en: "The counters of this office's server. ↑ ↓ choose.",
    },
    empty: {
      zh: '尚无柜台。本网点只有一台电脑时不需要；多柜台办理时，先启动网点服务器，再按 {key} 增加柜台。',
      en: 'No counters yet. An office with one computer needs none. With several, start the office server, then press {key} to add a counter.',
    },
    number: { zh: '柜台号', en: 'Number' },
    name: { zh: '名称', en: 'Name' },
    nameHint: { zh: '例如：二号柜台', en: 'For example: Counter 2' },
    kind: { zh: '类型', en: 'Kind' },
    kinds: {
      counter: { zh: '柜台', en: 'Counter' },
      'supervisor-desk': { zh: '主管台', en: "Supervisor's desk" },
    },
    state: { zh: '状态', en: 'State' },
    states: {
      expected: { zh: '等待接入', en: 'Waiting to join' },
      joined: { zh: '已接入', en: 'Joined' },
      revoked: { zh: '已注销', en: 'Revoked' },
    },
    lastSeen: { zh: '线路', en: 'Line' },
    seen: { zh: '最近连接 {at}', en: 'last seen {at}' },
    never: { zh: '从未', en: 'never' },
    onLine: { zh: '已连通，自 {since}', en: 'connected since {since}' },
    returns: { zh: '服务器启动以来重新连接 {n} 次', en: 'connected again since the server started: {n}' },
    certificate: { zh: '证书有效期至', en: 'Certificate until' },
    add: { zh: '增加柜台', en: 'Add a counter' },
    change: { zh: '更改', en: 'Change' },
    revoke: { zh: '注销', en: 'Revoke' },
    addSentence: {
      zh: '增加柜台“{name}”（{kind}），发放一次性加入码，10 分钟内有效。',
      en: 'Counter {name} ({kind}) will be added and a joining code issued, valid once and for 10 minutes.',
    },
    changeSentence: {
      zh: '柜台 {number} 改为“{name}”（{kind}）。',
      en: 'Counter {number} will become {name} ({kind}).',
    },
    addNow: { zh: '授权并发放加入码', en: 'Authorise and issue code' },
    changeNow: { zh: '授权更改', en: 'Authorise the change' },
    changed: { zh: '柜台 {number} 已更改。', en: 'Counter {number} has been changed.' },
    revokeSentence: {
      zh: '注销柜台 {number}（{name}）：立即断开，其会话和在办业务一并结束，不能恢复。',
      en: 'Counter {number} ({name}) will be revoked: it is disconnected at once, its sessions and visits end, and it cannot be restored.',
    },
    revokeNow: { zh: '确认注销', en: 'Revoke counter' },
    revoked: { zh: '柜台 {number} 已注销。', en: 'Counter {number} has been revoked.' },
    code: { zh: '加入码', en: 'Joining code' },
    codeExplain: {
      zh: '要加入的电脑凭服务器地址和加入码接入。{until} 前有效，只能用一次。',
      en: "Enter the server's address and this code on the computer that is to join. It can be used once, until {until}.",
    },
    codeFor: { zh: '柜台 {number} · {name}', en: 'Counter {number} · {name}' },
    address: { zh: '服务器地址', en: 'Server address' },
    fingerprint: { zh: '网点证书指纹', en: 'Office certificate fingerprint' },
    picture: { zh: '地址与加入码的二维码', en: 'QR code of address and joining code' },
    codeDone: { zh: '完成', en: 'Done' },
  },
} satisfies WordPairs;

declare module '../../../shared/words/word-lists.ts' {
  interface WordLists {
    counters: typeof countersWords;
  }
}
