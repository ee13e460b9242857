/** English words of what takes a second press, and of what is asked before a customer or a clerk is left. */
import type { finalActsChinese } from './final-acts-zh-cn.ts';

export const finalActsEnglish: typeof finalActsChinese = {
  final: {
    loss: {
      card: {
        formal:
          'Card {card} of {name} is reported lost in writing: debits stop at once, allocations still arrive, a new card from {reissue}.',
        oral: 'Card {card} of {name} is reported lost orally: debits stop at once, allocations still arrive, and it lapses at 24:00 on {lapses} unless confirmed in writing.',
      },
      password:
        'The password of card {card} of {name} is reported lost: it is void at once, and a new one may be set from {renew}.',
      both: {
        formal:
          'Card {card} of {name} and its password are reported lost in writing: debits stop and the password is void at once, a new card from {reissue}, a new password from {renew}.',
        oral: 'Card {card} of {name} is reported lost orally, with its password: debits stop and the password is void at once; the oral report lapses at 24:00 on {lapses} unless confirmed in writing.',
      },
    },
    telephone:
      'The card of {name} (ID {id}) is reported lost orally for the caller: debits stop at once, and it lapses unless it is confirmed at a counter in time.',
    password: {
      first: "{name} is asked at the customer's window to set the first password of card {card}.",
      change: "{name} is asked at the customer's window to change the password of card {card}.",
      forgotten:
        "{name} is asked at the customer's window for a new password of card {card}, which ends the password loss {number}.",
      telephone:
        "{name} is asked at the customer's window for a telephone password (card {card}); any earlier one ends with it.",
    },
    cancel: 'The loss report {number} of card {card} of {name} is cancelled: debits go on at once.',
    reissue: '{name} gets the new card {newCard}; the old card {card} is over for good; the fee is {fee}.',
    correction:
      "The department's number of report {number} becomes {reference} instead of {was}; the first stays on record.",
    load: 'The whole office is changed: {kind}, {added} new, {updated} known; it cannot be taken back.',
    reset: '{name} may set a new password of card {card}; the old one is void.',
    approve: 'Clerk {by} is allowed this for {name} (card {card}): {what}.',
    refuse: 'Clerk {by} is refused this for {name} (card {card}): {what}; reason: {reason}.',
    approveForOffice: 'Clerk {by} is allowed this for the whole office: {what}.',
    refuseForOffice: 'Clerk {by} is refused this for the whole office: {what}; reason: {reason}.',
    paper: 'Document {number} of card {card} is not printed and leaves the queue.',
    paperName: 'Cancel this document',
    longPrint: 'Document {number} is printed: {pages} pages of paper.',
    longPrintName: 'Print {pages} pages',
    file: 'The whole office is posted: {kind} {batch}, {count} lines, {amount} yuan; it cannot be taken back.',
  },
  leaving: {
    title: 'Something is unfinished',
    asked: {
      finish: 'Unfinished: {what}. Finish the visit all the same?',
      signOut: 'Unfinished: {what}. Sign out all the same?',
      close: 'Unfinished: {what}. Close the program all the same?',
      otherClerk: 'Unfinished in the window of clerk {code}: {what}. Sign in all the same?',
    },
    what: {
      working: 'something is being done',
      typing: 'the customer is typing or reading',
      requests: 'requests that wait for a supervisor: {n}',
      papers: 'papers neither printed nor saved: {n}',
    },
    and: ', ',
    do: { finish: 'Finish the visit', signOut: 'Sign out', close: 'Close the program', otherClerk: 'Sign in' },
  },
};
