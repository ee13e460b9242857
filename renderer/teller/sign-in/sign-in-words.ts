/** What is said around sign-in. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const signInWords = {
  signIn: {
    title: { zh: '签到', en: 'Sign in' },
    code: { zh: '工号', en: 'Clerk code' },
    password: { zh: '密码', en: 'Password' },
    submit: { zh: '签到', en: 'Sign in' },
    codeForm: { zh: '工号是四位数字。', en: 'The clerk code has four digits.' },
    passwordMissing: { zh: '请输入密码。', en: 'Enter your password.' },
    demoTitle: { zh: '演示网点的柜员', en: 'Clerks of the demo office' },
    demoHint: { zh: '按快捷键填入，再按 Enter 签到', en: 'Press the key to fill in, then Enter to sign in' },
    demoPassword: { zh: '密码 {password}', en: 'password {password}' },
    businessDay: { zh: '营业日 {date}', en: 'Business day {date}' },
    office: { zh: '网点 {code} · {name}', en: 'Office {code} · {name}' },
    again: {
      zh: '会话已中断，请重新签到；打开的内容都还在。',
      en: 'Your session was interrupted. Sign in again; everything you had open has been kept.',
    },
    ended: {
      zh: '管理员更改了您的工号或本柜台，您已被签退；打开的内容都还在。请重新签到，不能签到时请找管理员。',
      en: 'An administrator has changed your code or this counter, and you were signed out; everything open is kept. Sign in again, or ask them where you cannot.',
    },
    working: { zh: '正在签到…', en: 'Signing in…' },
    wait: { zh: '还需等候 {time}。', en: 'Time to wait: {time}.' },
    locksLifted: {
      zh: '注意：{at} 有人凭恢复密钥解除了全部授权人员的锁定。请核实是否本网点所为。',
      en: 'Attention: at {at} the recovery key was used to unlock everyone who can authorise. Check whether this was done by your office.',
    },
  },
  lock: {
    title: { zh: '窗口已锁定', en: 'Window locked' },
    kept: { zh: '打开的内容全部保留。', en: 'Everything you had open has been kept.' },
    clerk: { zh: '柜员 {name}（{code}）', en: 'Clerk {name} ({code})' },
    password: { zh: '密码', en: 'Password' },
    submit: { zh: '解锁', en: 'Unlock' },
    signOut: { zh: '换人签到', en: 'Sign in as another clerk' },
  },
  unlockClerk: {
    title: { zh: '解锁柜员 {code}', en: 'Unlock clerk {code}' },
    explain: { zh: '请主管在此输入自己的工号和密码。', en: 'A supervisor enters their own code and password here.' },
    explainTwo: {
      zh: '请主管和另一位有授权资格的人各自输入工号和密码；也可以等锁定自行解除。',
      en: 'A supervisor and another person who can authorise each enter their code and password here; or wait until the lock ends.',
    },
    explainKey: {
      zh: '只有在能授权的人全部被锁定时，才能凭恢复单上的恢复密钥解锁；记录留档，主管下次签到时会看到。',
      en: 'The recovery key on the recovery sheet can be used only when everyone who can authorise is locked. This is recorded and shown to supervisors at their next sign-in.',
    },
    otherCode: { zh: '另一人工号', en: "Other person's code" },
    otherPassword: { zh: '另一人密码', en: "Other person's password" },
    withKey: { zh: '能授权的人全部被锁定', en: 'Everyone who can authorise is locked' },
    withPersons: { zh: '由授权人员解锁', en: 'Unlock with two people' },
    code: { zh: '主管工号', en: "Supervisor's code" },
    password: { zh: '主管密码', en: "Supervisor's password" },
    submit: { zh: '解锁', en: 'Unlock' },
    done: { zh: '柜员 {code} 已解锁。', en: 'Clerk {code} has been unlocked.' },
    cancel: { zh: '返回', en: 'Back' },
  },
  newPassword: {
    title: { zh: '为柜员 {code} 设置新密码', en: 'New password for clerk {code}' },
    explain: {
      zh: '现有密码是一次性的或已到期，只能用来设置新密码。',
      en: 'The present password is a one-time password or has expired; it can only be used to set a new one.',
    },
    first: { zh: '新密码', en: 'New password' },
    repeated: { zh: '再输一次', en: 'Repeat' },
    different: { zh: '两次输入不同，请重新输入。', en: 'The two entries do not match; enter them again.' },
    submit: { zh: '设置并签到', en: 'Set password and sign in' },
  },
  ownPassword: {
    title: { zh: '修改自己的签到密码', en: 'Change your own password' },
    explain: {
      zh: '签到和当前办理不受影响；下次签到、解锁和授权用新密码。',
      en: 'Your session and visit continue. Use the new password the next time you sign in, unlock or authorise.',
    },
    present: { zh: '现在的密码', en: 'Present password' },
    submit: { zh: '修改', en: 'Change password' },
    done: { zh: '签到密码已修改。', en: 'Your password has been changed.' },
  },
  clock: {
    behind: {
      zh: '电脑时钟 {clock} 早于最后一笔业务 {last}，暂停办理：请校正时钟，或由主管确认。',
      en: "This computer's clock ({clock}) is earlier than the last entry ({last}), so work is suspended. Correct the clock, or ask a supervisor to confirm it.",
    },
    decide: { zh: '主管确认', en: 'Supervisor confirms' },
    title: { zh: '以现在的时钟继续', en: 'Continue with the present clock' },
    explain: {
      zh: '只在此前时钟走快、现在已校正时确认。所有办理、签到和待用的授权随之结束，全部记录在案。',
      en: 'Confirm only if the clock had been fast and is now correct. All visits, sessions and unused approvals will end; this is recorded.',
    },
    code: { zh: '主管工号', en: "Supervisor's code" },
    password: { zh: '主管密码', en: "Supervisor's password" },
    reason: { zh: '理由', en: 'Reason' },
    submit: { zh: '确认继续', en: 'Confirm and continue' },
    cancel: { zh: '取消', en: 'Cancel' },
  },
  role: {
    clerk: { zh: '柜员', en: 'clerk' },
    supervisor: { zh: '主管', en: 'supervisor' },
    administrator: { zh: '管理员', en: 'administrator' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    signIn: typeof signInWords;
  }
}
