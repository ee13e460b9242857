/** Chinese words about keys, and what F1 says. */
export const keysChinese = {
  shortcut: {
    language: '切换语言',
    keysOverview: '快捷键一览',
    help: '当前页面的帮助',
    firstRunChoice: '选择开始方式',
    demoClerk: '填入演示柜员',
    palette: '查找任何业务',
    lock: '锁定窗口',
    finishVisit: '结束接待',
    reveal: '显示完整号码',
    agent: '代办人',
    networkCheck: '联网核查结果',
    preset: '期间',
    largeType: '大字',
    print: '打印',
    save: '保存',
    previousPage: '预览上一页',
    nextPage: '预览下一页',
    chooseFile: '选择文件',
    saveAnswer: '保存回执文件',
    cancelOperation: '取消',
    refreshQueue: '刷新队列',
    cardLost: '卡已丢失',
    passwordChoice: '办理什么',
    lostObject: '丢失了什么',
    lossKind: '挂失方式',
    telephone: '电话挂失',
    askHolder: '请持卡人核对',
    followUpAction: '今天可以办理的',
    anotherReport: '另一份挂失',
    approveRequest: '授权',
    refuseRequest: '拒绝',
    askInQueue: '送入授权队列',
    stepBack: '退一步，或结束持卡人的输入',
    printPaper: '打印',
    savePaper: '保存',
    paperSize: '换纸张',
    previousPaperPage: '预览上一页',
    nextPaperPage: '预览下一页',
    confirmBack: '先不办',
    back: '返回',
  },
  helpText: {
    visit:
      '刷或输入身份证、医保卡，边输边判断真伪。按 {first} 至 {last} 记下联网核查结果。姓名不符或号码不存在时登记第二种证件，不因此拒绝。卡已丢失的按 {cardLost}，改用登记的姓名和手机号。{agent} 登记代办人；未满 16 周岁须由监护人带户口簿。身份证与卡不符会被记录，短时间内多次不符会锁定柜员。',
    statement:
      '数字键选期间，{largeType} 大字，右边就是要打印的单据。{print} 打印，{save} 保存。未打印笔数到上限时卡会停用，打印全部种类的明细即清除。没有打印机时单据留在打印队列。',
    password:
      '密码由持卡人本人在客户窗口输入，这里只显示进行到哪一步。已按密码状态选好业务：未设置的首次设置，正常的修改，锁定或作废的办理忘记密码。忘记密码先挂失、再由主管授权或从授权队列取得授权（{askInQueue}）。{stepBack} 结束输入。代办人不能办理。',
    loss: '先看下面一句话：从何时起停止扣款、何时失效、何时可补卡。书面挂失打印申请书，口头挂失把编号告诉持卡人。密码挂失须主管授权。{askHolder} 在客户窗口列出挂失内容，请持卡人核对。{telephone} 转到电话挂失，凭电话密码办理口头挂失或告知余额。',
    followUp:
      '输入挂失编号（或扫描二维码）和身份证号码，查看办理记录和今天可办的事项；数字键直接办理。书面确认、撤销、补卡、设置新密码须持卡人本人在柜台前。撤销书面挂失先验证密码，再由主管授权。',
    worklist:
      '今天和明天失效的口头挂失、可以补卡和可以设置新密码的，都在这里。用 ↑ ↓ 选择，Enter 跟进；业务栏中的数字是其中要办的。',
    monthEnd:
      '拖入或选择文件，程序先核对而不记账。被拒绝的行都有原因和更正办法。主管在此输入工号和密码同意后整个文件一次记账。回执文件交回医保部门或清算中心。',
    approvals:
      '主管在这里处理别的柜台送来的请求：{approveRequest} 授权，{refuseRequest} 写明理由后拒绝。柜员看到自己的请求和结果；授权只对所请求的那一件事有效，用一次。',
    printQueue: '没有打成的单据留在这里，可换打印机再打，或保存为文件。再次打印会编号注明。',
    documentCheck: '编号加验证码能证明单据是本网点出具的。绿色表示相符；仍请核对金额和日期。',
  },
};
