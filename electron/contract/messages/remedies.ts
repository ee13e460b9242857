/** Why files and lines are refused, and how that is mended. */
import type { Reason } from './message-kinds.ts';
import type { WordPair } from './word-pair.ts';

export const remedies: Readonly<Record<Reason, Readonly<Record<'meaning' | 'correction', WordPair>>>> = {
  FF01: {
    meaning: { zh: '文件格式不符合约定，无法读取', en: 'The file is not in the agreed format' },
    correction: {
      zh: '按所指行列更正，或请医保部门重新导出后再提交。',
      en: 'Correct the line and column named, or ask the department to export the file again.',
    },
  },
  DU01: {
    meaning: { zh: '这个批次号的文件已经收过', en: 'A file with this batch number was already received' },
    correction: {
      zh: '确认是否重复报送；确为新批次的，请医保部门换新的批次号。',
      en: 'Check whether it was sent twice; a new batch needs a new batch number.',
    },
  },
  AM18: {
    meaning: { zh: '申报笔数与实际行数不符', en: 'The declared count differs from the number of lines' },
    correction: {
      zh: '请医保部门核对笔数后重新报送整个文件。',
      en: 'Ask the department to check the count and send the whole file again.',
    },
  },
  AM10: {
    meaning: { zh: '申报总金额与各行合计不符', en: 'The declared amount differs from the total of the lines' },
    correction: {
      zh: '请医保部门核对总金额后重新报送整个文件。',
      en: 'Ask the department to check the amount and send the whole file again.',
    },
  },
  NO_GOOD_LINE: {
    meaning: {
      zh: '文件中没有一笔可以入账，未记任何账，其编号仍可使用',
      en: 'No line of the file can be posted; nothing was posted and its number stays free',
    },
    correction: {
      zh: '请把逐笔说明原因的应答文件交给报送方，更正后用同一编号重新报送。',
      en: 'Return the answer file, which gives the reason for each line, to the sender; the corrected file can use the same number.',
    },
  },
  AM09: {
    meaning: { zh: '金额格式有误', en: 'The amount is malformed' },
    correction: {
      zh: '写成元和两位小数，例如 1234.50，下一批补报。',
      en: 'Write the amount in yuan with two decimals, such as 1234.50, and include the line in the next batch.',
    },
  },
  AM01: {
    meaning: { zh: '金额为零', en: 'The amount is zero' },
    correction: {
      zh: '填上应划入的金额，下一批补报；确无金额的删去此行。',
      en: 'Enter the amount due and include the line in the next batch, or leave it out.',
    },
  },
  AM02: {
    meaning: { zh: '金额超过单笔上限', en: 'The amount exceeds the limit' },
    correction: {
      zh: '与医保部门核实；无误时由管理员调整上限后补报。',
      en: 'Check with the department; if correct, ask the administrator to raise the limit, then send the line again.',
    },
  },
  AM05: {
    meaning: { zh: '本文件中序号重复', en: 'The line number occurs twice in this file' },
    correction: {
      zh: '改用唯一的序号，下一批补报。',
      en: 'Give the line a unique number and include it in the next batch.',
    },
  },
  AC01: {
    meaning: { zh: '没有这张卡', en: 'Card not found' },
    correction: {
      zh: '核对卡号；新参保人先导入参保登记，再补报。',
      en: 'Check the card number; for a new holder, load the register first, then send the line again.',
    },
  },
  AC04: {
    meaning: { zh: '账户已销户', en: 'The account is closed' },
    correction: {
      zh: '退回医保部门，改划到本人现有的账户。',
      en: "Return the line to the department, to be paid to the holder's present account.",
    },
  },
  BE01: {
    meaning: { zh: '姓名或证件号码与账户不符', en: 'Name or ID number differs from the account' },
    correction: {
      zh: '与参保登记核对姓名、证件号码后补报。',
      en: 'Check both against the register and send the line again.',
    },
  },
  FORMAT: {
    meaning: { zh: '文件格式不符合约定，无法读取', en: 'The file is not in the agreed format' },
    correction: {
      zh: '按所指行列更正，或请清算中心重新导出后再提交。',
      en: 'Correct the line and column named, or ask the clearing centre to export the file again.',
    },
  },
  FILE_DUPLICATE: {
    meaning: { zh: '这个清算文件号已经收过', en: 'A file with this number was already received' },
    correction: {
      zh: '确认是否重复报送；确为新文件的，请换新的文件号。',
      en: 'Check whether it was sent twice; a new file needs a new number.',
    },
  },
  COUNT_WRONG: {
    meaning: { zh: '申报笔数与实际行数不符', en: 'The declared count differs from the number of lines' },
    correction: {
      zh: '请清算中心核对笔数后重新报送整个文件。',
      en: 'Ask the clearing centre to check the count and send the whole file again.',
    },
  },
  TOTAL_WRONG: {
    meaning: { zh: '申报净额与各行合计不符', en: 'The declared net amount differs from the total of the lines' },
    correction: {
      zh: '请清算中心核对净额后重新报送整个文件。',
      en: 'Ask the clearing centre to check the net amount and send the whole file again.',
    },
  },
  AMOUNT_INVALID: {
    meaning: { zh: '金额为零、为负或格式有误', en: 'The amount is zero, negative or malformed' },
    correction: {
      zh: '与机构核对原交易金额，更正后补报。',
      en: 'Check the amount with the institution and send the corrected line again.',
    },
  },
  DUPLICATE: {
    meaning: { zh: '流水号以前出现过', en: 'This transaction number has already been used' },
    correction: {
      zh: '核对是否同一笔交易；不是的，由机构换流水号补报。',
      en: 'Check whether it is the same transaction; if not, the institution must give it a new number.',
    },
  },
  CARD_UNKNOWN: {
    meaning: { zh: '没有这张卡', en: 'Card not found' },
    correction: {
      zh: '与机构核对刷卡的卡号后补报。',
      en: 'Check the card number with the institution and send the line again.',
    },
  },
  INSTITUTION_NOT_DESIGNATED: {
    meaning: { zh: '机构不是定点机构，或当时已停止定点', en: 'The institution is not designated, or was stopped then' },
    correction: {
      zh: '核对机构编号和交易时间；新定点机构先导入定点机构文件，或由管理员增加（F11）。',
      en: 'Check the number and the time; load a new one with the institutions file first, or have it added (F11).',
    },
  },
  TERMINAL_UNKNOWN: {
    meaning: {
      zh: '终端不属于该机构，或当时已停用',
      en: 'The terminal does not belong to the institution, or was stopped then',
    },
    correction: {
      zh: '核对终端号和交易时间；新终端先导入定点机构文件，或由管理员增加（F11）。',
      en: 'Check the number and the time; load a new one with the institutions file first, or have it added (F11).',
    },
  },
  NO_ORIGINAL: {
    meaning: { zh: '找不到原交易，或原交易已退回', en: 'The original transaction was not found or was rejected' },
    correction: {
      zh: '核对原流水号；原交易补报成功后再报撤销或退货。',
      en: 'Check the original transaction number; send the original first, then this line.',
    },
  },
  AMOUNT_MISMATCH: {
    meaning: { zh: '与原交易金额不符', en: 'The amount does not match the original' },
    correction: {
      zh: '撤销须等于原金额，退货不得超过剩余金额；核对后补报。',
      en: 'A void must equal the original, a refund must not exceed what is left; correct the amount and send again.',
    },
  },
  CARD_ON_HOLD: {
    meaning: { zh: '交易发生在挂失之后', en: 'The transaction took place after the loss report' },
    correction: {
      zh: '不能扣款；由机构与持卡人按挂失规定处理。',
      en: 'It cannot be debited; the institution must settle it with the holder.',
    },
  },
  INSUFFICIENT_FUNDS: {
    meaning: { zh: '账户余额不足', en: 'Insufficient balance' },
    correction: {
      zh: '不能扣成负数；由机构向持卡人收取差额。',
      en: 'The balance cannot go below zero; the institution must collect the rest from the holder.',
    },
  },
  ID_NUMBER_INVALID: {
    meaning: { zh: '身份证号码无效', en: 'This is not a valid ID number' },
    correction: {
      zh: '核对 18 位号码、出生日期和校验码。',
      en: 'Check the 18 characters, the date of birth and the check character.',
    },
  },
  CARD_NUMBER_INVALID: {
    meaning: { zh: '卡号无效', en: 'This is not a valid card number' },
    correction: {
      zh: '核对 16 至 19 位、以 62 开头的卡号及校验位。',
      en: 'Check the 16 to 19 digits, the prefix 62 and the check digit.',
    },
  },
  NAME_INVALID: {
    meaning: {
      zh: '姓名为空、过长或含有不能保存的字符',
      en: 'The name is empty, too long or contains a character that cannot be stored',
    },
    correction: { zh: '按证件填写姓名。', en: 'Enter the name as on the ID card.' },
  },
  EMPLOYER_INVALID: {
    meaning: { zh: '单位名称过长或含有控制字符', en: 'The employer name is too long or contains control characters' },
    correction: { zh: '缩短或改正单位名称。', en: 'Shorten or correct the employer name.' },
  },
  INSURANCE_NUMBER_INVALID: {
    meaning: { zh: '医保编号为空或格式有误', en: 'The insurance number is empty or malformed' },
    correction: { zh: '与参保登记核对医保编号。', en: 'Check it with the department.' },
  },
  OPENING_DATE_INVALID: {
    meaning: { zh: '开户日期不存在', en: 'The opening date does not exist' },
    correction: { zh: '写成 8 位日期，例如 20240131。', en: 'Write the date as eight digits, such as 20240131.' },
  },
  HOLDER_DIFFERS: {
    meaning: { zh: '此卡已登记在另一姓名或证件号码名下', en: 'The card is registered under another name or ID number' },
    correction: {
      zh: '由医保部门更正名册，或在柜台更正持卡人资料；本行未作任何改动。',
      en: "Ask the department to correct the register, or correct the holder's details at the counter; this line changed nothing.",
    },
  },
  CARD_REPLACED: {
    meaning: { zh: '此卡已补换新卡', en: 'The card has been replaced by a new one' },
    correction: { zh: '改用新卡号；本行未作任何改动。', en: 'Use the new card number; this line changed nothing.' },
  },
  ACCOUNT_CLOSED: {
    meaning: { zh: '此卡的账户已销户', en: 'The account of this card is closed' },
    correction: {
      zh: '请医保部门从名册中删去此行；本行未作任何改动。',
      en: 'Ask the department to remove the line; this line changed nothing.',
    },
  },
  INSTITUTION_CODE_INVALID: {
    meaning: { zh: '机构编号为空或格式有误', en: 'The institution number is empty or malformed' },
    correction: { zh: '与定点机构名录核对编号。', en: 'Check it against the list of designated institutions.' },
  },
  INSTITUTION_NAME_INVALID: {
    meaning: {
      zh: '机构名称为空、过长或含有不能保存的字符',
      en: 'The name is empty, too long or contains a character that cannot be stored',
    },
    correction: { zh: '与定点机构名录核对名称。', en: 'Check it against the list of designated institutions.' },
  },
  INSTITUTION_TYPE_INVALID: {
    meaning: { zh: '机构类型有误', en: 'The institution type is invalid' },
    correction: { zh: '只能填写 医院 或 药店。', en: 'Only 医院 (hospital) or 药店 (pharmacy).' },
  },
  INSTITUTION_STOPPED: {
    meaning: { zh: '此机构已停止定点', en: 'The designation of this institution is stopped' },
    correction: {
      zh: '确已恢复定点的，由管理员在系统管理（F11）的定点机构中恢复；本行未作任何改动。',
      en: 'If it is designated again, an administrator resumes it under Institutions in Administration (F11); this line changed nothing.',
    },
  },
  COLUMN_COUNT_WRONG: {
    meaning: { zh: '该行的列数与标题不符', en: 'The number of columns differs from the header' },
    correction: {
      zh: '含逗号的内容加上引号，补齐缺少的列；本行未作任何改动。',
      en: 'Put fields that contain a comma in quotation marks and fill in missing columns; this line changed nothing.',
    },
  },
  INSTITUTION_DUPLICATE: {
    meaning: {
      zh: '机构编号在本文件中已出现',
      en: 'The institution number already appears on an earlier line of this file',
    },
    correction: {
      zh: '同一机构只写一行，终端号之间用分号隔开。',
      en: 'Write one line per institution, with its terminal numbers separated by semicolons.',
    },
  },
  TERMINAL_INVALID: {
    meaning: { zh: '终端号为空或格式有误', en: 'A terminal number is empty or malformed' },
    correction: {
      zh: '终端号只写字母、数字和连字符，之间用分号隔开。',
      en: 'Use only letters, digits and hyphens, and separate terminal numbers with semicolons.',
    },
  },
};
