/** Help for administration. */
import { ruled, type HelpPage } from '../help/help-page.ts';

const ofTheServer = { zh: '网点服务器第 2 节（docs/server.md）', en: 'The office server, section 2 (docs/server.md)' };

export const administrationHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskAdministration}，由管理员办理。Alt 加数字换页：柜台、柜员、参数、定点机构、审计记录、运行状况。',
        en: 'Press {taskAdministration} (administrators only). Alt and a digit switch between the pages: counters, clerks, settings, institutions, audit record, health.',
      },
    },
    {
      says: {
        zh: '用 ↑ ↓ 选择；{addEntry} 增加，{changeEntry} 更改所选，{endEntry} 注销柜台、停用或恢复柜员。每一项都须授权人在此授权。',
        en: 'Use ↑ ↓ to select; {addEntry} adds an entry, {changeEntry} changes the selected one, {endEntry} revokes a counter or disables or reinstates a clerk. A second person authorises here.',
      },
    },
    {
      says: {
        zh: '增加柜台后，把地址和加入码带到要加入的电脑。',
        en: 'After adding a counter, take the address and the joining code to the computer that is to join.',
      },
    },
    {
      says: {
        zh: '增加柜员或按 {oneTimePassword} 后，一次性密码只显示一次，当面交给本人；本人首次签到时另设密码。{unlockEntry} 解锁。',
        en: 'After adding a clerk or pressing {oneTimePassword}, the one-time password is shown once only. Hand it over in person; its owner sets a new one at first sign-in. {unlockEntry} unlocks a clerk.',
      },
    },
    {
      says: {
        zh: '参数页上 Enter 打开所选参数：含义、默认值及来源、可设范围；写明理由后更改。',
        en: 'On the settings page, Enter opens the selected setting: its meaning, its default and the source of that, and its range. A change needs a reason.',
      },
    },
    {
      says: {
        zh: '定点机构页上 {findEntries} 按编号或名称查找；{endEntry} 停止或恢复整个机构，填终端号的只停这一台。',
        en: 'On the page of institutions, {findEntries} searches by number or name; {endEntry} stops or resumes an institution, or one terminal if its number is entered.',
      },
    },
    {
      says: {
        zh: '审计记录页上 {findEntries} 按时间、柜员、事项、账号查找，Enter 查看一条，{saveEntries} 把查到的导出为 CSV。',
        en: 'On the page of the audit record, {findEntries} searches by time, clerk, act and account, Enter shows one record, and {saveEntries} exports what was found as CSV.',
      },
    },
    {
      says: {
        zh: '运行状况页上看程序版本、磁盘、备份位置与最近一份备份；{verifyBooks} 核对账目，柜台照常办理，结果留档。',
        en: 'The page of health shows version, disk, the places of backups and the last good one; {verifyBooks} verifies the books while the counters go on, and the result is on record.',
      },
    },
  ],
  rules: [
    ruled(5, {
      zh: '柜员、参数和增改柜台须两人办理，更改须写明理由；注销柜台由管理员一人立即办理，并留档。',
      en: 'Clerks, settings, and adding or changing a counter require two people, and changes a reason; an administrator alone can revoke a counter, at once and on record.',
    }),
    ruled(1, {
      zh: '停止定点以后的消费不再入账，以终端上的时间为准；此前的消费和以后的退货、撤销照常。导入名录不会恢复已停止的机构。',
      en: 'Payments made at or after a stop, by the time at the terminal, are refused; earlier ones, and refunds and voids, are settled. Loading a list does not resume an institution.',
    }),
    ruled(5, {
      zh: '柜员停用而不删除，在各柜台立即签退；能授权的至少留两人。',
      en: 'A clerk is disabled, never deleted, and is signed out at every counter at once; at least two people who can authorise must remain.',
    }),
    {
      says: {
        zh: '审计记录只增不改，前后相扣；所列的证件号、卡号、手机号一律掩码，导出本身也留档。',
        en: 'The audit record is only ever added to, each record chained to the one before; ID, card and phone numbers are masked in it, and an export is itself on record.',
      },
      source: { zh: '账务说明第 5 节（docs/ledger.md）', en: 'The ledger, section 5 (docs/ledger.md)' },
    },
    {
      says: {
        zh: '加入码 10 分钟内有效，只能用一次，错五次作废。',
        en: 'A joining code is valid for 10 minutes, can be used once, and becomes void after five wrong attempts.',
      },
      source: ofTheServer,
    },
    {
      says: {
        zh: '注销的柜台号不再使用；同一台电脑要再用，须重新加入。',
        en: 'The number of a revoked counter is not used again; the same computer must join again.',
      },
      source: ofTheServer,
    },
  ],
  faults: [
    {
      code: 'SERVER_NEVER_STARTED',
      cause: {
        zh: '网点服务器从未在这份账目上启动过。',
        en: 'The office server has never been started on these books.',
      },
    },
    {
      code: 'ENROLMENT_CODE_EXPIRED',
      cause: { zh: '加入码发放已超过 10 分钟。', en: 'The code was issued more than 10 minutes ago.' },
    },
    {
      code: 'BACKUP_FAILED',
      cause: {
        zh: '备份位置不在、已满或不可写；多半是磁盘没有接上或没有挂载。',
        en: 'A place of backups is gone, full or cannot be written; often its disk is not connected or mounted.',
      },
    },
    {
      code: 'AUTHORISERS_TOO_FEW',
      cause: { zh: '停用或降级后能授权的人不足两名。', en: 'Fewer than two people who can authorise would be left.' },
    },
    {
      code: 'ADMINISTRATOR_LAST',
      cause: { zh: '停用或降级后就没有管理员了。', en: 'No administrator would be left.' },
    },
    {
      code: 'SETTING_OUT_OF_RANGE',
      cause: { zh: '新值不在可设范围内。', en: 'The new value is outside the allowed range.' },
    },
    {
      what: { zh: '一台柜台电脑丢失或被盗', en: "A counter's computer is lost or stolen" },
      cause: {
        zh: '持有证书的电脑可以连接服务器。',
        en: 'A computer that holds a certificate can connect to the server.',
      },
      kept: { zh: '账目只在服务器上，电脑里没有。', en: 'The books are on the server only, not on the computer.' },
      cure: {
        zh: '选中该柜台，{endEntry} 立即注销。',
        en: 'Select the counter and press {endEntry} to revoke it at once.',
      },
    },
    {
      what: { zh: '一次性密码没有交到本人手里', en: 'A one-time password did not reach its owner' },
      cause: { zh: '密码只显示一次，账内不存明文。', en: 'It is shown only once, and the books do not store it.' },
      kept: {
        zh: '柜员的一切照旧，只是不能签到。',
        en: 'Nothing of the clerk has changed, except that they cannot sign in.',
      },
      cure: {
        zh: '选中该柜员，{oneTimePassword} 再换一个。',
        en: 'Select the clerk and press {oneTimePassword} for another one.',
      },
    },
  ],
  near: ['approvals', 'worklist'],
};
