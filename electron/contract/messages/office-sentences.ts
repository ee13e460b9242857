/** What refusals of the program, the request, the office with its files, and the operation say. */
import type { ErrorCode } from '../kernel/errors.ts';
import type { WordPair } from './word-pair.ts';

export const officeSentences = {
  LEDGER_RESTARTING: {
    zh: '账务系统正在重新启动，已办结的业务全部保留，本次操作尚未得到答复。几秒钟后恢复时请再按一次，不会重复入账。',
    en: 'The ledger is restarting. All completed work has been kept; this step has not been answered yet. Press again in a few seconds; nothing is posted twice.',
  },
  LEDGER_UNAVAILABLE: {
    zh: '账务系统无法启动，已有账目没有变动。请退出后重新打开程序，仍不行时请联系管理员[（{detail}）]。',
    en: 'The ledger cannot be started; the books are unchanged. Close the program and open it again; if that does not help, contact the administrator[ ({detail})].',
  },
  REQUEST_ENDS_LEDGER: {
    zh: '办理这项请求[（{verb}）]时账务系统两次中断，因此不再重发。这项请求要么已全部办完，要么完全没有办理，其他业务可照常进行。请先查看是否已经办理，并联系管理员。',
    en: 'The ledger was interrupted twice while working on this request[ ({verb})], so it will not be sent again. It was either completed or not done at all; all other work can continue. Check whether it was done, and contact the administrator.',
  },
  NOT_ALLOWED_HERE: {
    zh: '此窗口不能办理这项操作，未作任何改动。',
    en: 'This window is not allowed to do that; nothing has changed.',
  },
  INPUT_INVALID: {
    zh: '填写的内容不符合要求[：{field}][（{problem}）]，未作任何改动。请改正后再提交。',
    en: 'An entry is not valid[: {field}][ ({problem})]; nothing has changed. Correct it and submit again.',
  },
  OFFICE_ABSENT: {
    zh: '此数据文件夹中还没有网点。请先建立网点、打开演示网点，或从备份恢复。',
    en: 'There is no office in this data folder yet. Set up an office, open the demo office or restore a backup.',
  },
  OFFICE_EXISTS: {
    zh: '此数据文件夹中已有网点[（{folder}）]，原有账目没有变动。要另建网点，请换一个空文件夹。',
    en: 'This data folder already holds an office[ ({folder})]; its books are unchanged. Use an empty folder for another one.',
  },
  COUNTER_JOINED: {
    zh: '本机已接入网点服务器[（{address}）]，账目在服务器上，什么都没有改变。这项操作请在服务器上办理；本机要另作他用的，请先退出该网点。',
    en: 'This computer belongs to an office server[ ({address})] and the books are there; nothing was changed. Do this at the server; to use the computer otherwise, leave that office first.',
  },
  JOINING_AND_BOOKS: {
    zh: '这个文件夹[（{folder}）]里既有本机自己的账目，又有接入网点服务器[（{address}）]的资料，不知道该用哪一个；两者都没有打开，也没有变动。要用自己的账目，请退出网点服务器；要用服务器，请把自己的账目移到另一个文件夹，再重新打开程序。',
    en: 'This folder[ ({folder})] holds both books of its own and a joining to an office server[ ({address})], and nothing says which is meant; neither was opened or changed. To use the books here, leave the server; to use the server, move the books to another folder and open the program again.',
  },
  OFFICE_NOT_EMPTY: {
    zh: '本网点已有账户，未作任何改动。模拟数据只能填入没有账户的网点。',
    en: 'This office already has accounts; nothing has changed. A simulation needs an office without accounts.',
  },
  FOLDER_NOT_EMPTY: {
    zh: '文件夹[ {folder} ]不是空的，里面的内容没有变动。请选择一个空文件夹再试。',
    en: 'The folder[ {folder}] is not empty; nothing in it was touched. Choose an empty folder and try again.',
  },
  DATA_FOLDER_IN_USE: {
    zh: '另一个程序正在使用这个数据文件夹[（{folder}）]，账目没有变动。请先关闭那个程序，再重新打开。',
    en: 'Another program is using this data folder[ ({folder})]; the books are unchanged. Close that program, then open this one again.',
  },
  KEY_MISSING: {
    zh: '找不到本网点的密钥，账目仍在但无法打开。请用恢复单上的恢复密钥从备份恢复，或放回密钥文件[（{path}）]。',
    en: "The office's key is missing; the books are still there but cannot be opened. Restore from a backup with the recovery key, or put the key file back[ ({path})].",
  },
  KEY_EXPOSED: {
    zh: '密钥文件可被其他人读取[（{path}）]，因此拒绝使用，账目没有变动。请把它设为仅本人可读后再打开。',
    en: 'The key file can be read by others[ ({path})] and was therefore not used; the books are unchanged. Make it readable by its owner only, then open the program again.',
  },
  KEY_WRONG: {
    zh: '现有密钥[（{path}）]与这份账目不符，账目没有变动。请核对文件是否正确，以及恢复密钥或密钥文件。',
    en: 'The key does not match these books[ ({path})]; nothing has changed. Check that this is the right file, and check the recovery key or the key file.',
  },
  DATABASE_NEWER: {
    zh: '账目由更新版本的程序写成[（数据 {schema}，本程序 {known}）]，没有打开也没有变动。请安装新版本程序。',
    en: 'The books were written by a newer version[ (data {schema}, this program {known})]; they were neither opened nor changed. Install the newer program.',
  },
  DATABASE_DAMAGED: {
    zh: '账目文件校验不符[（{detail}）][（{system}）]，为保护账目已停止使用。请不要继续办理，从最近的备份恢复。',
    en: 'The books failed their integrity check[ ({detail})][ ({system})] and have been closed to protect them. Stop working and restore the latest backup.',
  },
  BOOKS_BEHIND: {
    zh: '账目比存证旧（账目：{since} 第 {number} 条记录；存证：{until} 第 {anchorNumber} 条记录）[，缺 {missing} 条记录]。现有账目原样保留，暂不打开。请放回最新的账目；确实没有的，由两人凭密码打开并留档。',
    en: 'The books are older than their anchor (books: record {number} of {since}; anchor: record {anchorNumber} of {until})[: {missing} records are missing]. They are kept as they are and have not been opened. Put the latest books back; if there are none, two people can open these with their passwords, which is recorded.',
  },
  BOOKS_OTHER: {
    zh: '这不是上次在此办理业务的账目（账目：{since} 第 {number} 条记录）[（存证：{until} 第 {anchorNumber} 条记录）]。现有账目原样保留，暂不打开。请放回正确的账目；确认无误的，由两人凭密码打开并留档。',
    en: 'These are not the books last used here (books: record {number} of {since})[; anchor: record {anchorNumber} of {until}]. They are kept as they are and have not been opened. Put the correct books back; if these are the correct ones, two people can open them with their passwords, which is recorded.',
  },
  BOOKS_GONE: {
    zh: '这个文件夹[（{folder}）]里曾经有一个网点在用，现在什么都不剩了，没有在原处建立新的网点。如果文件夹被移走了，请到新的位置打开；否则请恢复最近的备份（用命令行恢复到这里，或恢复到另一个文件夹）。如果这个网点确实不再使用，请移走它的存证文件[（{path}）]。',
    en: 'This folder[ ({folder})] held an office, and nothing of it is left; no new office was created in its place. If the folder was moved, open it in its new location; otherwise restore the latest backup, here from the command line or into another folder. If the office is no longer in use, remove its anchor[ ({path})].',
  },
  ANCHOR_MISSING: {
    zh: '密钥旁的账目存证缺失或无法读取，无法证明账目是否缺少记录（账目：{since} 第 {number} 条记录）。现有账目原样保留，暂不打开。请放回存证文件；确已丢失的，由两人凭密码打开并留档。',
    en: 'The anchor of the books is missing beside the keys or cannot be read, so it cannot be shown whether records are missing (books: record {number} of {since}). The books are kept as they are and have not been opened. Put the anchor file back; if it is lost, two people can open the books with their passwords, which is recorded.',
  },
  ANCHOR_OUTDATED: {
    zh: '密钥旁的账目存证比账目旧（账目：{since} 第 {number} 条记录；存证：{until} 第 {anchorNumber} 条记录），可能被换回过旧的存证。现有账目原样保留，暂不打开。请放回正确的存证文件；确已丢失的，由两人凭密码打开并留档。',
    en: 'The anchor beside the keys is older than the books (books: record {number} of {since}; anchor: record {anchorNumber} of {until}); an old anchor file may have been put back. The books are kept as they are and have not been opened. Put the correct anchor file back; if it is lost, two people can open the books with their passwords, which is recorded.',
  },
  ANCHOR_UNWRITTEN: {
    zh: '这一步已经入账，但密钥旁的账目存证没有写成[：{reason}]。写成之前不再记账。请排除后再按一次，不会重复入账。',
    en: 'This step has been posted, but the anchor beside the keys could not be written[: {reason}]. Nothing more is posted until it can be. Put that right, then press again; nothing is posted twice.',
  },
  BOOKS_NOT_SHUT: {
    zh: '这份账目与存证相符，已经打开，未作任何改动。请照常办理。',
    en: 'These books agree with their anchor and are open; nothing was changed. Go on as usual.',
  },
  OFFICE_NOTE_MISSING: {
    zh: '此文件夹[（{folder}）]中有账目，但旁边说明属于哪个网点的 office.json 缺失。账目没有打开，也没有变动。请从该文件夹的副本放回 office.json，或把备份恢复到另一个文件夹。',
    en: 'There are books in this folder[ ({folder})], but the file that says which office they belong to (office.json) is missing. The books were neither opened nor changed. Put office.json back from a copy of the folder, or restore a backup into another folder.',
  },
  FOLDER_UNUSABLE: {
    zh: '文件夹或文件[ {path} ]无法使用[：{reason}]，原有内容没有变动。请先排除该问题，或换一个位置再试。',
    en: 'The folder or file[ {path}] cannot be used[: {reason}]; its content is unchanged. Put that right or choose another location, and try again.',
  },
  DISK_READ_ONLY: {
    zh: '磁盘或文件夹是只读的，这次操作没有记账，已有账目不变。请恢复写入权限后再试。',
    en: 'The disk or folder is read-only; this step was not posted and the books are unchanged. Allow writing and try again.',
  },
  DISK_FULL: {
    zh: '磁盘已满，这次操作没有记账，已有账目不变。请腾出空间后再试。',
    en: 'The disk is full; this step was not posted and the books are unchanged. Free some space and try again.',
  },
  CLOCK_BEHIND: {
    zh: '电脑时钟是 {clock}，早于最后一笔业务的时间 {last}，因此暂停办理，已办结的业务全部保留。请先校正电脑时钟；如果是此前走快了，请主管说明原因后确认以现在的时钟继续。',
    en: "This computer's clock says {clock}, which is earlier than the last entry on record ({last}). Work is suspended; all completed work has been kept. Correct the clock; if it had been fast before, a supervisor confirms, with a reason, to continue with the present clock.",
  },
  CLOCK_NOT_BEHIND: {
    zh: '电脑时钟没有落后于最后一笔业务，无需确认，未作任何改动。',
    en: "This computer's clock is not earlier than the last entry; there is nothing to confirm and nothing has changed.",
  },
  OPERATION_REUSED: {
    zh: '同一操作编号已用于其他内容，这次没有记账。请重新发起一次操作。',
    en: 'The same operation number has already been used for something else; nothing was posted. Start the operation again.',
  },
  OPERATION_CANCELLED: {
    zh: '操作已取消，未记账。需要时可以重新开始。',
    en: 'Cancelled; nothing was posted. Start again when needed.',
  },
} as const satisfies Partial<Record<ErrorCode, WordPair>>;
