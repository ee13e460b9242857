/** Help for administration. */
import { ruled, type HelpPage } from '../help/help-page.ts';

const ofTheServer = { zh: '网点服务器第 2 节（docs/server.md）', en: 'The office server, section 2 (docs/server.md)' };

export const administrationHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskAdministration}，由管理员办理。{addCounter} 增加柜台：填名称和类型，再由主管授权。',
        en: 'Press {taskAdministration} (administrators only). {addCounter} adds a counter: enter name and type, then ask a supervisor to authorise.',
      },
    },
    {
      says: {
        zh: '把显示的地址和加入码带到要加入的电脑。',
        en: 'Take the address and the joining code to the computer that is to join.',
      },
    },
    {
      says: {
        zh: '选中柜台后 {changeCounter} 更改名称或类型，{revokeCounter} 注销。',
        en: '{changeCounter} changes the name or type of the selected counter; {revokeCounter} revokes it.',
      },
    },
  ],
  rules: [
    ruled(5, {
      zh: '增加和更改柜台须两人办理；注销由管理员一人立即办理，并留档。',
      en: 'Adding or changing a counter requires two people; an administrator alone can revoke one, at once and on record.',
    }),
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
      what: { zh: '一台柜台电脑丢失或被盗', en: "A counter's computer is lost or stolen" },
      cause: {
        zh: '持有证书的电脑可以连接服务器。',
        en: 'A computer that holds a certificate can connect to the server.',
      },
      kept: { zh: '账目只在服务器上，电脑里没有。', en: 'The books are on the server only, not on the computer.' },
      cure: {
        zh: '选中该柜台，{revokeCounter} 立即注销。',
        en: 'Select the counter and press {revokeCounter} to revoke it at once.',
      },
    },
  ],
  near: ['approvals', 'worklist'],
};
