/** English words of passwords, papers, and the second person. */
import type { passwordsChinese } from './passwords-zh-cn.ts';

export const passwordsEnglish: typeof passwordsChinese = {
  password: {
    title: 'Password',
    needVisit: 'For a password, open a visit of the holder in person with {key} first.',
    what: 'What is wanted',
    choice: { first: 'First password', change: 'Change', forgotten: 'Forgotten', telephone: 'Telephone password' },
    explain: {
      first: "The holder types six digits of their own twice in the customer's window.",
      change: "The holder types the old password once and the new one twice in the customer's window.",
      forgotten:
        "The old password is reported lost and void; after a supervisor's authorisation the holder types a new one twice in the customer's window. The holder alone, in person.",
      telephone:
        "The holder types a telephone password twice in the customer's window; it serves loss reports and the balance by telephone alone, and differs from the card's password.",
    },
    continue:
      "The password loss {number} is not finished and the old password is void; from {date} the holder may type a new one twice in the customer's window.",
    report: 'Report it lost, on to the second person',
    ask: 'Ask the holder to type',
    secondExplain: 'A supervisor checks holder and ID card, then enters their own code and password.',
    again: 'Ask the holder once more',
    toForgotten: 'Go on with a forgotten password',
    startOver: 'Back to the choice',
  },
  entry: {
    title: "Customer's window",
    step: { old: 'Old password', new: 'New password', repeat: 'Once more', read: 'Loss report' },
    waiting: 'Waiting for the holder',
    typing: 'The holder is typing',
    leftLabel: 'Time left for the holder',
    abandon: 'End it',
    tooWeak: 'The new password is too weak: {rule}; {left} tries left.',
    wrong: 'The password is wrong; {left} tries left.',
    different: 'The two are not the same; {left} tries left.',
    weak: {
      FORM: 'it is not six digits',
      ALL_EQUAL: 'six equal digits',
      ISSUER_DEFAULT: "it is the issuer's default",
      RUN: 'the digits run up or down',
      BIRTH_DATE: 'it is the birth date',
      ID_NUMBER: 'it ends the ID number',
      PHONE: 'it ends the phone number',
      CARD: 'it ends the card number',
      PREVIOUS: 'it is the previous one',
      SAME_AS_OTHER: 'it is the other password',
    },
    done: {
      first: 'Both match: the password is set.',
      change: 'Both match: the password is changed.',
      reset: 'Both match: the new password is set.',
      prove: 'The password is right.',
      telephone: 'Both match: the telephone password is set.',
      acknowledge: 'The holder has read the report at their window: it is right.',
    },
    declined:
      'The holder says that it is not right. Ask what; the report stands until it is cancelled or another follows.',
    ended: {
      locked: 'Wrong three times: the password is locked, nothing else changed. Go on with a forgotten password.',
      tries: 'None of the three would do; no password was set. It can be tried again.',
      'timed-out': 'The holder did not answer in time; nothing changed. It can be tried again.',
      cancelled: 'The holder cancelled; nothing changed.',
      abandoned: 'Ended by the clerk; nothing changed.',
      interrupted: 'This was interrupted; nothing changed. It can be tried again.',
    },
  },
  paper: {
    title: 'Paper',
    size: 'Paper size',
    a4: 'A4',
    slip: '80 mm slip',
    kind: {
      statement: 'Statement',
      'loss-form': 'Loss form',
      'password-receipt': 'Password receipt',
      'reissue-receipt': 'Reissue receipt',
      'cancellation-receipt': 'Cancellation receipt',
    },
  },
  second: {
    title: 'Second person',
    code: 'Code of the second person',
    password: 'Password of the second person',
    approve: 'Authorise',
    refuse: 'Refuse',
    reason: 'Reason for refusing',
    refuseSubmit: 'Confirm refusal',
    ask: 'Ask in the queue',
    pending: 'Asked in the queue; a supervisor decides, valid until {until}. One may still authorise here.',
    approved: 'Approved by {by}, valid until {until}.',
    refused: 'Refused by {by}: {reason}. The refusal is on record and nothing was changed.',
    use: 'Use the approval',
    changed:
      'What you asked for at {since} was something else: it cannot be used for what stands here now. Ask again, or let a supervisor authorise here.',
  },
};
