/** Help for what the window shows outside the tasks: sign-in, locks, the first run, books that stay shut. */
import type { WordPair } from '../../../electron/contract/messages/word-pair.ts';
import { ruled, type HelpPage, type WindowState } from './help-page.ts';

const signIn: HelpPage = {
  steps: [
    {
      says: {
        zh: '输入四位工号和密码，Enter 签到。',
        en: 'Enter your four-digit clerk code and password, then press Enter.',
      },
    },
    {
      says: {
        zh: '演示网点按 {demoClerk} 等键填入样板柜员，再按 Enter。',
        en: 'In the demo office, {demoClerk} and the following keys fill in a sample clerk; then press Enter.',
      },
    },
    {
      says: {
        zh: '密码是一次性的或已到期的，在此输入两次新密码，随即签到。',
        en: 'If the password is a one-time password or has expired, enter a new one twice here; you are then signed in.',
      },
    },
    {
      says: {
        zh: '会话中断后由原柜员重新签到，打开的内容都还在。',
        en: 'After an interruption, the same clerk signs in again; everything that was open has been kept.',
      },
    },
  ],
  rules: [
    ruled(5, {
      zh: '密码至少 10 个字符，不得是最近五次用过的，90 天到期（参数 passwordExpiryDays）。',
      en: 'A password must have at least 10 characters and differ from the last five; it expires after 90 days (setting passwordExpiryDays).',
    }),
    ruled(5, {
      zh: '输错后须等候再试；同一柜台连续 5 次锁定 30 分钟（参数 passwordTries、passwordLockMinutes），或由两位有授权资格的人解锁。',
      en: 'After a wrong password you must wait before trying again. Five in a row at one counter lock the code for 30 minutes (settings passwordTries, passwordLockMinutes), unless two people who can authorise unlock it.',
    }),
    ruled(5, {
      zh: '签到最长 12 小时（参数 sessionHours），到当日 24 时为止。',
      en: 'A session ends after 12 hours (setting sessionHours), and at 24:00 at the latest.',
    }),
  ],
  faults: [
    { code: 'SIGN_IN_FAILED', cause: { zh: '工号或密码录入有误。', en: 'The clerk code or password was mistyped.' } },
    { code: 'PASSWORD_TOO_SOON', cause: { zh: '上一次刚输错。', en: 'The last attempt was wrong.' } },
    {
      code: 'CLERK_LOCKED',
      cause: { zh: '密码或证件与卡不符的次数过多。', en: 'Too many wrong passwords, or too many mismatched cards.' },
    },
    {
      code: 'PASSWORD_WEAK',
      cause: {
        zh: '新密码太短、用过，或含姓名、工号。',
        en: 'The new password is too short, was used before, or contains the name or clerk code.',
      },
    },
    {
      code: 'CLERK_DISABLED',
      cause: { zh: '管理员已停用该工号。', en: 'An administrator has disabled this clerk code.' },
    },
    {
      code: 'CLOCK_BEHIND',
      cause: { zh: '电脑时钟走慢，或此前走快。', en: "The computer's clock is slow, or had been fast." },
    },
    {
      code: 'SERVER_UNREACHABLE',
      cause: {
        zh: '服务器已关机、换了地址，或网线不通。地址变了的按 {ownServer} 更改。',
        en: 'The server is off, has another address, or the cable is out. {ownServer} changes the address.',
      },
    },
  ],
  near: ['lock', 'clerkLocked', 'visit'],
};

const lock: HelpPage = {
  steps: [
    {
      says: {
        zh: '输入签到密码，Enter 解锁，回到原处。',
        en: 'Enter your password and press Enter to unlock; you are back where you were.',
      },
    },
    {
      says: {
        zh: '其他柜员要用这台电脑的，选“换人签到”；有未办结事项会先询问。',
        en: 'If another clerk is to use this computer, choose "Sign in as another clerk"; unfinished work is asked about first.',
      },
    },
  ],
  rules: [
    ruled(5, {
      zh: '窗口无操作 5 分钟自行锁定（参数 idleLockMinutes）；离开柜台请按 {lock} 锁定。',
      en: 'The window locks after 5 minutes without activity (setting idleLockMinutes). Press {lock} to lock it when you leave the counter.',
    }),
  ],
  faults: [
    { code: 'SIGN_IN_FAILED', cause: { zh: '密码录入有误。', en: 'The password was mistyped.' } },
    { code: 'PASSWORD_TOO_SOON', cause: { zh: '上一次刚输错。', en: 'The last attempt was wrong.' } },
    {
      what: { zh: '解锁时要求重新签到', en: 'You are asked to sign in again' },
      cause: {
        zh: '已满签到时限，或已过当日 24 时。',
        en: 'The session has reached its time limit, or it is past 24:00.',
      },
      kept: { zh: '已办结的业务全部保留。', en: 'All completed work has been kept.' },
      cure: { zh: '由原柜员重新签到。', en: 'The same clerk must sign in again.' },
    },
  ],
  near: ['signIn', 'clerkLocked'],
};

const clerkLocked: HelpPage = {
  steps: [
    {
      says: {
        zh: '因证件与卡不符锁定的：主管查明原因，在此输入自己的工号和密码解锁。',
        en: 'Locked by mismatched cards: a supervisor finds out why, then enters their own code and password here.',
      },
    },
    {
      says: {
        zh: '因密码输错锁定的：由主管和另一位有授权资格的人各自输入工号和密码，或等锁定自行解除。',
        en: 'Locked by wrong passwords: a supervisor and another person who can authorise each enter their code and password, or wait until the lock ends.',
      },
    },
    {
      says: {
        zh: '能授权的人全部被锁定时，在签到页面凭恢复单上的恢复密钥解锁。',
        en: 'If everyone who can authorise is locked, unlock at the sign-in screen with the recovery key on the recovery sheet.',
      },
    },
  ],
  rules: [
    ruled(2, {
      zh: '身份证与卡不符、挂失编号输错合并计数，10 分钟内 5 次锁定柜员（参数 mismatchMinutes、mismatchLimit）。',
      en: 'Mismatched cards and wrong report numbers are counted together; five in ten minutes lock the clerk (settings mismatchLimit, mismatchMinutes).',
    }),
    ruled(5, {
      zh: '解锁人不得是被锁定的本人；解锁记录在案。',
      en: 'A clerk may not unlock themselves; unlocking is recorded.',
    }),
  ],
  faults: [
    {
      code: 'SECOND_PERSON_SAME',
      cause: { zh: '被锁定的柜员自己解锁。', en: 'The locked clerk tried to unlock themselves.' },
    },
    {
      code: 'SECOND_PERSON_FAILED',
      cause: { zh: '主管的工号或密码录入有误。', en: "The supervisor's code or password was mistyped." },
    },
    {
      code: 'SECOND_PERSON_ROLE',
      cause: { zh: '输入的是没有授权资格的岗位。', en: "That person's role cannot authorise." },
    },
    {
      code: 'LOCKS_STAND',
      cause: { zh: '还有主管或管理员没有被锁定。', en: 'At least one supervisor or administrator is not locked.' },
    },
    { code: 'RECOVERY_KEY_WRONG', cause: { zh: '恢复密钥填写有误。', en: 'The recovery key was copied incorrectly.' } },
  ],
  near: ['signIn', 'visit'],
};

const firstRun: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {firstRunChoice} 试用演示网点；正式使用按 2 建立网点；本网点已有服务器的按 3 加入；电脑损坏或更换后按 {firstRunChoiceLast} 从备份恢复。',
        en: 'Press {firstRunChoice} to try the demo office, 2 to set up an office for live operation, 3 to join an office that has a server, {firstRunChoiceLast} to restore a backup after a computer was lost or replaced.',
      },
    },
    {
      says: {
        zh: '建立网点：填网点名称、四位代号、开业日期；再填人员，至少两名主管或管理员，姓名不同。',
        en: 'To set up an office, enter its name, four-digit code and opening date, then the staff: at least two supervisors or administrators with different names.',
      },
    },
    {
      says: {
        zh: '打印或保存恢复单，与电脑分开保管；之后去签到。',
        en: 'Print or save the recovery sheet and keep it away from the computer; then sign in.',
      },
    },
    {
      says: {
        zh: '加入网点：填管理员给出的服务器地址和加入码；扫描加入码旁的二维码，两栏一并填好。',
        en: "To join an office, enter the server's address and the joining code from the administrator; scanning the QR code beside the joining code fills in both.",
      },
    },
    {
      says: {
        zh: '从备份恢复：照恢复单填恢复密钥和密码密钥，选择备份文件。没有密码密钥的，除卡密码外一切照常。',
        en: 'To restore, enter the recovery key and the PIN key from the recovery sheet, then choose the backup. Without the PIN key, everything works except card passwords.',
      },
    },
  ],
  rules: [
    {
      says: {
        zh: '账目加密保存。密钥和恢复单都没有的，任何人都打不开账目。',
        en: 'The books are encrypted. Without both the key and the recovery sheet, nobody can open them.',
      },
      source: { zh: '程序说明（README.md）', en: 'README.md' },
    },
    ruled(5, {
      zh: '至少要有两位能授权的人，一人不在时业务不停。',
      en: 'At least two people must be able to authorise, so that work can continue when one is away.',
    }),
  ],
  faults: [
    { code: 'OPENING_DATE_AHEAD', cause: { zh: '开业日期填得太晚。', en: 'The opening date is in the future.' } },
    {
      code: 'PASSWORD_WEAK',
      cause: { zh: '某人的初始密码不能用。', en: 'One of the initial passwords cannot be used.' },
    },
    { code: 'BACKUP_DAMAGED', cause: { zh: '备份没有复制完整。', en: 'The backup was not copied completely.' } },
    {
      code: 'KEY_WRONG',
      cause: {
        zh: '恢复密钥填写有误，或是别的网点的备份。',
        en: 'The key was copied incorrectly, or the backup belongs to another office.',
      },
    },
    { code: 'DISK_FULL', cause: { zh: '磁盘空间不足。', en: 'There is not enough space on the disk.' } },
    {
      code: 'ENROLMENT_CODE_EXPIRED',
      cause: { zh: '加入码发放已超过 10 分钟。', en: 'The joining code was issued more than 10 minutes ago.' },
    },
  ],
  near: ['signIn', 'shut'],
};

const shut: HelpPage = {
  steps: [
    {
      says: {
        zh: '读清屏幕上的原因；账目原样保留，请勿删除或移动数据文件夹。',
        en: 'Read the reason on the screen. The books are kept as they are; do not delete or move anything in the data folder.',
      },
    },
    {
      says: {
        zh: '按所写的办法处理（放回文件、关闭另一个程序、腾出空间、改权限），再重新打开程序。',
        en: 'Do what it says (put a file back, close the other program, free disk space, change permissions), then open the program again.',
      },
    },
    {
      says: {
        zh: '账目与存证不符、确实无法放回的：由两人在此输入工号和密码，按现状打开；记录在案，缺少的不会补回。',
        en: 'If the books do not match their anchor and nothing can be put back, two people can open them here as they are. This is recorded; missing records are not restored.',
      },
    },
  ],
  rules: [
    {
      says: {
        zh: '账目旁的密钥处另有存证，用以发现账目被换回或截短。',
        en: 'An anchor beside the keys detects books that were replaced by older ones or cut short.',
      },
      source: { zh: '账务规则第 6 节（docs/ledger.md）', en: 'Ledger, section 6 (docs/ledger.md)' },
    },
    ruled(5, {
      zh: '按现状打开须两人，其中一人是主管或管理员。',
      en: 'Opening the books as they are requires two people, one of them a supervisor or an administrator.',
    }),
  ],
  faults: [
    {
      code: 'DATA_FOLDER_IN_USE',
      cause: {
        zh: '程序已经打开，或命令行正在办理。',
        en: 'The program is already open, or a command is running on the command line.',
      },
    },
    {
      code: 'KEY_MISSING',
      cause: { zh: '密钥文件被移走，或换了电脑。', en: 'The key file was moved, or this is a different computer.' },
    },
    {
      code: 'DATABASE_DAMAGED',
      cause: { zh: '磁盘损坏，或文件被改动。', en: 'The disk is failing, or the file was altered.' },
    },
    {
      code: 'DATABASE_NEWER',
      cause: { zh: '装回了旧版本的程序。', en: 'An older version of the program was installed.' },
    },
    { code: 'LEDGER_UNAVAILABLE', cause: { zh: '账务进程反复中断。', en: 'The ledger was interrupted repeatedly.' } },
  ],
  near: ['firstRun', 'signIn'],
};

/** What each page is about, as its title and Ctrl+K say. */
export const windowNames: Readonly<Record<WindowState, WordPair>> = {
  signIn: { zh: '签到', en: 'Sign-in' },
  lock: { zh: '窗口已锁定', en: 'Locked window' },
  clerkLocked: { zh: '柜员被锁定', en: 'Locked clerk' },
  firstRun: { zh: '首次使用和恢复', en: 'First run and restore' },
  shut: { zh: '账目没有打开', en: 'Books not open' },
};

export const windowPages: Readonly<Record<WindowState, HelpPage>> = { signIn, lock, clerkLocked, firstRun, shut };
