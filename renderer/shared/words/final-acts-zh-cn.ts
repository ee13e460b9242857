/** Chinese words of what takes a second press, and of what is asked before a customer or a clerk is left. */
export const finalActsChinese = {
  final: {
    loss: {
      card: {
        formal: '将为{name}书面挂失卡 {card}：立即停止支付，资金划入不受影响，{reissue} 起可补卡。',
        oral: '将为{name}口头挂失卡 {card}：立即停止支付，资金划入不受影响，{lapses} 24 时前未书面挂失即失效。',
      },
      password: '将为{name}挂失卡 {card} 的密码：原密码立即作废，{renew} 起可设置新密码。',
      both: {
        formal:
          '将为{name}双挂失卡 {card} 及其密码（书面）：立即停止支付，原密码作废，{reissue} 起可补卡，{renew} 起可设置新密码。',
        oral: '将为{name}挂失卡 {card}（口头）及其密码：立即停止支付，原密码作废，口头挂失 {lapses} 24 时前未书面挂失即失效。',
      },
    },
    telephone: '将按来电口头挂失{name}（身份证 {id}）的卡：立即停止支付，逾期未到柜台书面挂失即失效。',
    password: {
      first: '将请{name}在客户窗口为卡 {card} 设置首个密码。',
      change: '将请{name}在客户窗口修改卡 {card} 的密码。',
      forgotten: '将请{name}在客户窗口为卡 {card} 设置新密码，了结密码挂失 {number}。',
      telephone: '将请{name}在客户窗口设置电话密码（卡 {card}），原有的电话密码随即失效。',
    },
    cancel: '将解除{name}的卡 {card} 的挂失 {number}：立即恢复支付。',
    reissue: '将为{name}补卡：新卡 {newCard} 启用，旧卡 {card} 永久作废，工本费 {fee}。',
    correction: '将把挂失 {number} 的医保确认号由 {was} 更正为 {reference}，原编号保留在记录中。',
    load: '将导入整个网点的{kind}：新增 {added}，更新 {updated}，不能撤回。',
    reset: '将准许{name}为卡 {card} 设置新密码，原密码已作废。',
    approve: '将批准柜员 {by} 为{name}（卡 {card}）办理：{what}。',
    refuse: '将拒绝柜员 {by} 为{name}（卡 {card}）办理：{what}；理由：{reason}。',
    approveForOffice: '将批准柜员 {by} 为本网点办理：{what}。',
    refuseForOffice: '将拒绝柜员 {by} 为本网点办理：{what}；理由：{reason}。',
    paper: '将取消单据 {number}（卡 {card}）的打印，它不再留在队列里。',
    paperName: '取消这份单据',
    longPrint: '将打印单据 {number}，共 {pages} 页纸。',
    longPrintName: '打印 {pages} 页',
    file: '将为整个网点入账：{kind} {batch}，{count} 笔，金额 {amount} 元，不能撤回。',
  },
  leaving: {
    title: '还有未办完的事',
    asked: {
      finish: '{what}。仍要结束接待吗？',
      signOut: '{what}。仍要退出登录吗？',
      close: '{what}。仍要关闭程序吗？',
      otherClerk: '柜员 {code} 的窗口里{what}。仍要换人登录吗？',
    },
    what: {
      working: '有一笔业务正在办理',
      typing: '客户正在输入或核对',
      requests: '有 {n} 项请求还在等待授权',
      papers: '有 {n} 份单据没有打印也没有保存',
    },
    and: '，',
    do: { finish: '结束接待', signOut: '退出登录', close: '关闭程序', otherClerk: '换人登录' },
  },
};
