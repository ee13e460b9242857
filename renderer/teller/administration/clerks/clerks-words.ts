/** The words of the clerks. */
import type { WordPairs } from '../../../shared/words/word-pairs.ts';

export const clerksWords = {
  clerks: {
    title: { zh: '柜员', en: 'Clerks' },
    explain: {
      zh: '本网点的柜员、主管和管理员。用 ↑ ↓ 选择。停用的柜员不删除。',
      en: 'Clerks, supervisors and administrators of this office. ↑ ↓ choose. A disabled one is never deleted.',
    },
    code: { zh: '工号', en: 'Code' },
    codeForm: { zh: '工号是四位数字。', en: 'A code is four digits.' },
    codeHint: { zh: '四位数字，停用的工号也不再用', en: 'Four digits; that of a disabled clerk is not free' },
    name: { zh: '姓名', en: 'Name' },
    nameHint: { zh: '同名的人要能区分', en: 'Namesakes are to be told apart' },
    role: { zh: '岗位', en: 'Role' },
    state: { zh: '状态', en: 'State' },
    states: {
      active: { zh: '在岗', en: 'Active' },
      disabled: { zh: '已停用', en: 'Disabled' },
      pairs: { zh: '锁定（证件与卡不符）', en: 'Locked (wrong pairs)' },
      passwords: { zh: '锁定（密码输错）', en: 'Locked (wrong passwords)' },
    },
    lastSignIn: { zh: '最近签到', en: 'Last signed in' },
    never: { zh: '从未', en: 'never' },
    password: { zh: '密码有效期至', en: 'Password until' },
    oneTime: { zh: '一次性密码，待更换', en: 'one-time, to be set anew' },
    forGood: { zh: '不过期', en: 'does not expire' },
    add: { zh: '增加柜员', en: 'Add a clerk' },
    change: { zh: '更改', en: 'Change' },
    disable: { zh: '停用', en: 'Disable' },
    enable: { zh: '恢复', en: 'Enable' },
    give: { zh: '一次性密码', en: 'One-time password' },
    unlock: { zh: '解锁', en: 'Unlock' },
    addSentence: {
      zh: '增加{role}{code}“{name}”，发放一次性密码，只显示一次。',
      en: 'Clerk {code} {name} ({role}) is added, with a one-time password shown this once.',
    },
    changeSentence: {
      zh: '柜员 {code} 改为“{name}”（{role}）。',
      en: 'Clerk {code} becomes {name} ({role}).',
    },
    disableSentence: {
      zh: '停用柜员 {code}（{name}）：在各柜台的签到和在办业务立即结束，未用的授权失效；不删除，以后可以恢复。',
      en: 'Clerk {code} ({name}) is disabled: signed out everywhere at once with their visits, approvals not yet used end. Nothing is deleted; they can be enabled again.',
    },
    enableSentence: {
      zh: '恢复柜员 {code}（{name}），发放一次性密码，只显示一次。',
      en: 'Clerk {code} ({name}) is enabled again, with a one-time password shown this once.',
    },
    giveSentence: {
      zh: '为柜员 {code}（{name}）换一次性密码：原密码作废，在各柜台的签到立即结束，密码输错的锁定解除。',
      en: 'Clerk {code} ({name}) gets a one-time password: the present one ends, they are signed out everywhere at once, and a lock by wrong passwords is lifted.',
    },
    addNow: { zh: '授权并发放密码', en: 'Authorise and give the password' },
    changeNow: { zh: '授权更改', en: 'Authorise the change' },
    disableNow: { zh: '授权停用', en: 'Authorise and disable' },
    enableNow: { zh: '授权恢复', en: 'Authorise and enable' },
    giveNow: { zh: '授权并发放密码', en: 'Authorise and give the password' },
    changed: { zh: '柜员 {code} 已更改。', en: 'Clerk {code} has been changed.' },
    disabled: { zh: '柜员 {code} 已停用并签退。', en: 'Clerk {code} is disabled and signed out.' },
    unlocked: { zh: '柜员 {code} 已解锁。', en: 'Clerk {code} is unlocked.' },
    nothingChanged: { zh: '姓名和岗位都没有改动。', en: 'Neither name nor role is another one.' },
    secret: { zh: '一次性密码', en: 'One-time password' },
    secretFor: { zh: '{role} {code} · {name}', en: '{code} · {name}, {role}' },
    handOver: {
      zh: '只显示这一次。请当面交给本人：读给本人听，或写在纸上、用后销毁；不用短信、微信或邮件。本人首次签到时须设置自己的密码。',
      en: 'Shown this once. Hand it to its owner in person, read aloud or on paper that is destroyed afterwards, never by message or mail. They set their own at their first sign-in.',
    },
    secretDone: { zh: '已交给本人', en: 'Handed over' },
    unlockTitle: { zh: '解锁柜员 {code}', en: 'Unlock clerk {code}' },
    unlockPairs: {
      zh: '证件与卡多次不符而锁定。由一位主管或管理员输入本人工号和密码解锁。',
      en: 'Locked by wrong pairs of ID and card. One supervisor or administrator enters code and password.',
    },
    unlockPasswords: {
      zh: '密码多次输错而锁定。由两位有授权资格的人各自输入工号和密码解锁，其中一位可以是您。',
      en: 'Locked by wrong passwords. Two persons who may authorise enter code and password; one of them may be you.',
    },
    firstCode: { zh: '解锁人工号', en: 'Code of who unlocks' },
    firstPassword: { zh: '解锁人密码', en: 'Password of who unlocks' },
    unlockNow: { zh: '确认解锁', en: 'Unlock now' },
  },
} satisfies WordPairs;

declare module '../../../shared/words/word-lists.ts' {
  interface WordLists {
    clerks: typeof clerksWords;
  }
}
