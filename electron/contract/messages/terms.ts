/** Codes that stand in the details of a refusal, and what they say there. */
import type { Term } from './message-kinds.ts';
import type { WordPair } from './word-pair.ts';

export const terms: Readonly<Record<Term, WordPair>> = {
  'institution-code': {
    zh: '机构编号须为 1 至 35 个字符，首尾没有空格',
    en: 'its number has 1 to 35 characters and no outer spaces',
  },
  'institution-name': {
    zh: '机构名称不能为空、不能超过 140 个字符，也不能含有不能保存的字符',
    en: 'its name has 1 to 140 characters, and none that cannot be stored',
  },
  'institution-terminals': {
    zh: '终端号每个 1 至 35 位，只用字母、数字和“-”，以“;”分隔且不重复',
    en: 'terminals have 1 to 35 letters, digits or hyphens each, are separated by ; and none is given twice',
  },
  'disk-no-permission': { zh: '当前用户没有权限', en: 'this user has no permission' },
  'disk-not-there': { zh: '该位置或所在磁盘不存在', en: 'the location, or the disk it is on, does not exist' },
  'disk-link-to-nowhere': {
    zh: '这是一个链接，所指的位置不存在（例如磁盘没有挂载）',
    en: 'it is a link to a location that does not exist, such as a disk that is not mounted',
  },
  'disk-link-circle': { zh: '链接互相循环', en: 'its links form a loop' },
  'disk-name-too-long': { zh: '名称或路径超过磁盘允许的长度', en: 'the name or the path is too long for this disk' },
  'disk-name-taken': { zh: '同名的其他内容已经存在', en: 'something else has this name already' },
  'disk-name-unusable': { zh: '磁盘不接受这个名称', en: 'the disk does not accept this name' },
  'disk-not-a-folder': { zh: '路径中有一段是文件而不是文件夹', en: 'part of the path is a file, not a folder' },
  'disk-is-a-folder': { zh: '这是文件夹，不是文件', en: 'it is a folder, not a file' },
  'disk-busy': { zh: '另一个程序正在使用', en: 'another program is using it' },
  'disk-too-many-files': { zh: '计算机打开的文件过多', en: 'the computer has too many files open' },
  'disk-too-large': { zh: '超过磁盘允许的文件大小', en: 'it would be larger than this disk allows' },
  'disk-cannot-open': { zh: '在该位置无法打开', en: 'it cannot be opened there' },
  'disk-full': { zh: '磁盘已满，请腾出空间', en: 'the disk is full; free some space' },
  'disk-read-only': {
    zh: '磁盘或文件夹是只读的，请恢复写入权限',
    en: 'the disk or folder is read-only; allow writing',
  },
  'disk-failing': { zh: '磁盘报告错误', en: 'the disk reports an error' },
  'print-no-printer': {
    zh: '没有打印机，请联系管理员安装',
    en: 'no printer; ask the administrator to install one',
  },
  'print-no-default': {
    zh: '没有默认打印机，请在打印队列中选一台',
    en: 'no default printer; choose one in the print queue',
  },
  'print-printer-gone': {
    zh: '所选的打印机已不在，请检查电源和连线或另选一台',
    en: 'the selected printer is not available; check its power and cable, or choose another',
  },
  'print-no-paper': { zh: '打印机缺纸，请装纸', en: 'the printer is out of paper; load some' },
  'print-no-answer': {
    zh: '打印系统没有响应，请检查打印机后再试',
    en: 'the printing system does not answer; check the printer and try again',
  },
  'print-refused': {
    zh: '打印系统没有接收，请检查打印机或另选一台',
    en: 'the printing system did not accept it; check the printer or choose another',
  },
  LENGTH: { zh: '位数有误', en: 'wrong length' },
  CHARACTER: { zh: '含有无效字符', en: 'an invalid character' },
  BIRTH_DATE: { zh: '出生日期不存在', en: 'no such date of birth' },
  CHECK_DIGIT: { zh: '校验码错误', en: 'incorrect check character' },
  PREFIX: { zh: '不是以 62 开头', en: 'it does not start with 62' },
  'password-short': { zh: '不足 10 个字符', en: 'fewer than 10 characters' },
  'password-trivial': {
    zh: '过于简单，或只是工号、姓名、网点名称的变形',
    en: 'too simple, or a variation of the clerk code, name or office name',
  },
  'password-reused': { zh: '与最近五次用过的密码相同', en: 'the same as one of the last five' },
  'list-of-rates': {
    zh: '每档写起始日、空格和年利率百分数（不到 20，最多四位小数），起始日由早到晚，各档用分号隔开，如 2026-01-01 0.05; 2026-07-01 0.1',
    en: 'each rate is the day from which it holds, a blank and the per cent a year (below 20, at most four decimals), in the order of days, with semicolons between, as in 2026-01-01 0.05; 2026-07-01 0.1',
  },
  'list-of-holidays': {
    zh: '每年一段，用分号隔开，写年份、冒号，再写放假的月日或起止月日，加号后为调休上班的周末，如 2026: 0101-0103 +0104；日期须存在，不重复',
    en: 'a part a year with semicolons between: the year, a colon, days or spans off as month and day, and after a plus each weekend day that is worked, as in 2026: 0101-0103 +0104; days must exist and be named once',
  },
  clerk: { zh: '柜员', en: 'a clerk' },
  supervisor: { zh: '主管', en: 'a supervisor' },
  administrator: { zh: '管理员', en: 'an administrator' },
  reported: { zh: '口头挂失中', en: 'reported orally' },
  waiting: { zh: '挂失中', en: 'in force' },
  lapsed: { zh: '已失效', en: 'lapsed' },
  superseded: { zh: '已被新的挂失取代', en: 'superseded by another report' },
  cancelled: { zh: '已解除', en: 'cancelled' },
  reissued: { zh: '已补卡', en: 'closed with a new card' },
  renewed: { zh: '密码已重置', en: 'closed with a new password' },
  'taken-back': { zh: '已撤销（误挂）', en: 'taken back (made by mistake)' },
  'pin-none': { zh: '未设置', en: 'not set yet' },
  'pin-set': { zh: '正常', en: 'set' },
  'pin-locked': { zh: '已锁定', en: 'locked' },
  'pin-void': { zh: '已挂失作废', en: 'void (reported lost)' },
};
