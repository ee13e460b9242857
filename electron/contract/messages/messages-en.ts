/** The English words of messages.ts. */
import type { Messages } from './message-kinds.ts';
import { englishReasons } from './messages-en-reasons.ts';

export const english: Messages = {
  errors: {
    LEDGER_RESTARTING:
      'The ledger is restarting; everything finished is kept and this step is not answered yet. Press again in a few seconds: nothing is booked twice.',
    LEDGER_UNAVAILABLE:
      'The ledger cannot be started; the books are unchanged. Close and reopen the program, then call the administrator[ ({detail})].',
    REQUEST_ENDS_LEDGER:
      'The ledger ended twice while it worked on this request[ ({verb})], so it is not sent again. What it asked was done whole or not at all, and everything else goes on. Look whether it was done, and call the administrator.',
    NOT_ALLOWED_HERE: 'This window may not do that; nothing was changed.',
    INPUT_INVALID:
      'Something entered is not acceptable[: {field}][ ({problem})]; nothing was changed. Correct it and submit again.',
    OFFICE_ABSENT: 'There is no office in this data folder yet. Set one up, open the demo office or restore a backup.',
    OFFICE_EXISTS:
      'This data folder already holds an office[ ({folder})]; its books are unchanged. Use an empty folder for another one.',
    OFFICE_NOT_EMPTY:
      'This office has accounts already; nothing was changed. A simulation needs an office without any.',
    FOLDER_NOT_EMPTY:
      'The folder[ {folder}] is not empty; nothing in it was touched. Choose an empty folder and try again.',
    DATA_FOLDER_IN_USE:
      'Another program is using this data folder[ ({folder})]; the books are unchanged. Close that program, then open this one again.',
    KEY_MISSING:
      "The office's key is missing; the books are there but stay shut. Restore from a backup with the recovery key, or put the key file back[ ({path})].",
    KEY_EXPOSED:
      'The key file can be read by others[ ({path})] and is refused; the books are unchanged. Make it readable by its owner alone and open again.',
    KEY_WRONG:
      'No key at hand fits these books[ ({path})]; nothing was changed. Check that it is the right file, and the recovery key or the key file.',
    DATABASE_NEWER:
      'The books were written by a newer version[ (data {schema}, this program {known})]; they were neither opened nor changed. Install the newer program.',
    DATABASE_DAMAGED:
      'The books failed their check[ ({detail})][ ({system})] and were closed to protect them. Stop working and restore the latest backup.',
    BOOKS_BEHIND:
      'The books are older than their anchor (books: record {number} of {since}; anchor: record {anchorNumber} of {until})[: {missing} records are missing]. They are kept as they are and stay shut. Put the newest books back; if there are none, two persons open these with their passwords, on record.',
    BOOKS_OTHER:
      'These are not the books that were worked in here last (books: record {number} of {since})[; anchor: record {anchorNumber} of {until}]. They are kept as they are and stay shut. Put the right books back; if these are the right ones, two persons open them with their passwords, on record.',
    BOOKS_GONE:
      'An office was worked in in this folder[ ({folder})], and nothing is left of it; nothing new was made in its place. If the folder was moved, open it where it lies now; else restore the latest backup, here from the command line or into another folder. If the office was given up, take its anchor away[ ({path})].',
    ANCHOR_MISSING:
      'The anchor of the books is missing beside the keys or cannot be read, so nothing shows whether records are missing (books: record {number} of {since}). They are kept as they are and stay shut. Put the anchor file back; if it is lost, two persons open the books with their passwords, on record.',
    ANCHOR_OUTDATED:
      'The anchor beside the keys is older than the books (books: record {number} of {since}; anchor: record {anchorNumber} of {until}): it was put back or belongs to an earlier day. The books are kept as they are and stay shut. Put the right anchor file back; if it is lost, two persons open the books with their passwords, on record.',
    ANCHOR_UNWRITTEN:
      'This step is in the books, but their anchor beside the keys could not be written ({system}). Nothing more is booked until it can be. Make room or allow writing there, then press again: nothing is booked twice.',
    BOOKS_NOT_SHUT: 'These books agree with their anchor and are open; nothing was changed. Go on as usual.',
    OFFICE_NOTE_MISSING:
      'There are books in this folder[ ({folder})], but the note beside them that says whose they are (office.json) is gone. The books were neither opened nor changed. Put the note back from a copy of the folder, or restore a backup into another folder.',
    FOLDER_UNUSABLE:
      'The folder or file[ {path}] cannot be used[: {reason}]; what was there is unchanged. Mend that or name another place, and try again.',
    DISK_READ_ONLY:
      'The disk or folder is read-only; this step was not booked and the books are unchanged. Allow writing and try again.',
    DISK_FULL: 'The disk is full; this step was not booked and the books are unchanged. Make room and try again.',
    CLOCK_BEHIND:
      "This computer's clock says {clock}, which is before the last entry on record at {last}; work waits and everything done is kept. Set the clock right; where it had been fast before, a supervisor decides, with a reason, to go on by the clock as it is now.",
    CLOCK_NOT_BEHIND:
      "This computer's clock does not lie behind the last entry; there is nothing to decide and nothing was changed.",
    OPERATION_REUSED:
      'The same operation number was already used for something else; nothing was booked. Start the operation again.',
    OPERATION_CANCELLED: 'Cancelled; nothing was booked. Start again when needed.',
    SIGN_IN_REQUIRED:
      'Please sign in[ as {clerkCode}]. Everything finished is kept.[ On the command line, name the clerk with {option}.][ The password is taken from {variable} or asked for at a terminal.]',
    SIGN_IN_FAILED: 'Code or password is wrong[; {left} tries left]. Check both and enter them again.',
    CLERK_LOCKED:
      'Clerk[ {clerkCode}] is locked[ until {until}]; everything finished is kept. A supervisor can unlock here with code and password[; against wrong passwords ({seconds} s left) together with another person who may authorise, or wait].',
    PASSWORD_TOO_SOON:
      'After a wrong password the next try is taken[ in {seconds} s][ (at {until})]; this one was neither judged nor counted. Everything finished is kept.',
    CLERK_DISABLED:
      'Clerk[ {clerkCode}] is disabled and may neither sign in nor authorise; the records are kept. An administrator can enable the clerk again.',
    PASSWORD_EXPIRED:
      'The password[ of {clerkCode}] is a one-time one or has expired; nobody was signed in and nothing was done. Its owner sets a new one first[ ({option})].',
    ROLE_REQUIRED: 'This is for {role} to do; nothing was changed. Sign in as {role} and try again.',
    SESSION_LOCKED: 'The window is locked and keeps everything open. Enter your password to unlock it.',
    ID_NUMBER_INVALID: 'This is not a valid ID number[: {fault}]; nothing was done. Enter it again from the ID card.',
    CARD_NUMBER_INVALID: 'This is not a valid card number[: {fault}]; nothing was done. Enter it again from the card.',
    NAME_INVALID:
      'The name holds {character}, which cannot be kept; nothing was done. Type the name as on the ID card.',
    VISIT_OPEN: 'Another customer is still at the counter; nothing was changed. Finish that visit first.',
    VISIT_REQUIRED: 'Nobody is at the counter. Open a visit first, from ID card and medical card.',
    VISIT_ENDED: 'This visit has ended; what was printed or saved is kept. Open a new visit.',
    PAIR_MISMATCH:
      'These do not belong together[; {left} more and the clerk is locked]. Check the cards and what was typed; the attempt was recorded.',
    CARD_REPLACED:
      'This card was replaced by a new one; nothing was done, and its report is closed. Ask for the new card, or find the holder without one.',
    GUARDIAN_REQUIRED: 'The holder is under 16; no visit was opened. Record a guardian with the household register.',
    AGENT_INVALID:
      "The agent's details are incomplete or the ID number is invalid[: {fault}]; no visit was opened. Correct the agent's lines.",
    SECONDARY_DOCUMENT_REQUIRED:
      'The network check did not match; no visit was opened. See and record a second document.',
    REASON_REQUIRED: 'Give a reason of at least two characters; nothing was changed.',
    SECOND_PERSON_REQUIRED:
      'This needs a second person; nothing is booked yet. A supervisor enters code and password here.',
    SECOND_PERSON_SAME: 'The second person must not be the first; nothing is booked yet. Ask another supervisor.',
    SECOND_PERSON_FAILED: "The second person's code or password is wrong; nothing is booked yet. Enter them again.",
    SECOND_PERSON_ROLE:
      "The second person's role may not authorise; nothing is booked yet. Ask a supervisor or administrator.",
    FILE_UNREADABLE:
      'The file cannot be read[: line {line}][, column {column}][, {detail}][, {reason}][: what was received as {dropped} was damaged on this disk and is dropped]; nothing was booked. Choose the file again; if it is still refused, ask its sender for a correct one.',
    FILE_UNKNOWN: 'This file is no longer among the received ones; nothing was booked. Choose the file again.',
    WORK_FILE_DAMAGED:
      'A work file of this job was damaged or removed on this computer while the job ran; nothing was booked, and the books and the received file are unchanged. Start the job again; if it happens again, have the disk checked.',
    PERIOD_INVALID: 'These dates make no period; no document was made. The first may not be after the last.',
    DATE_INVALID: 'This date does not exist or cannot be used[: {date}]; nothing was changed. Enter year-month-day.',
    DAY_AHEAD:
      'Today is {today}, and the business day does not go on to {date}; nothing was changed. An office by the calendar closes a day from 24:00 of that day on.',
    OPENING_DATE_AHEAD:
      'The opening date {date} lies after today ({today}); no office was made. An office by the calendar cannot work before it opens: enter today or an earlier date.',
    MISSING_GLYPH:
      'The document font lacks “{characters}”; nothing was printed, so that no blank box appears. Tell the administrator.',
    DOCUMENT_UNKNOWN: 'There is no document with this number; nothing was changed. Check the number.',
    DOCUMENT_FILTERED:
      'This statement lists some kinds of entries only, which camt.053 cannot say. List all kinds and save it again, or save it as PDF.',
    PRINT_JOB_UNKNOWN:
      'This job is no longer in the print queue; it may be printed or cancelled. See the refreshed queue.',
    SAVE_FAILED: 'The file was not saved[: {detail}]; the document is kept. Save it in another place.',
    OUTPUT_FAILED:
      'The file could not be written[: {path}][ ({detail})]; the books are unchanged. Check place and space and try again.',
    BACKUP_DAMAGED:
      'The backup is damaged or incomplete[ ({verdict})]; nothing was restored and the file is untouched. Use another backup.',
    RECOVERY_KEY_WRONG:
      'The recovery key is wrong[; {left} tries left]; no lock was lifted and the attempt was recorded. Enter it again from the recovery sheet.',
    LOCKS_STAND:
      'Somebody who may authorise can still sign in, so the recovery key lifts no lock; nothing was changed. Let them unlock, or wait until the locks end.',
    CLERK_EXISTS:
      'The code {clerkCode} is taken, by a disabled clerk perhaps; nothing was changed. Choose another code.',
    CLERK_STATE: 'Clerk {clerkCode} is in that state already; nothing was changed. See the list of clerks.',
    AUTHORISERS_TOO_FEW:
      'At least two persons of different names must be able to authorise (supervisors or administrators); nothing was changed. Add one first.',
    PASSWORD_WEAK:
      'The new password will not do: {rule}; the present one stays. Choose another one of at least 10 characters.',
    SETTING_UNKNOWN: 'There is no setting {name}; nothing was changed. `setting list` names them all.',
    SETTING_OUT_OF_RANGE:
      '{name} takes a whole number from {min} to {max}, not “{value}”; it stays at {present}. Correct the value and set it again.',
    CLERK_UNKNOWN: 'There is no clerk with this code[: {clerkCode}]; nothing was changed. Check the code.',
    ACCOUNT_CLOSED:
      'This account is closed[ ({account})]; nothing was changed. Its history can still be shown and printed.',
    PHONE_INVALID:
      'This is no phone number; nothing was changed. Enter a mobile number of 11 digits, or a landline with area code.',
    PHONE_MISSING: 'No phone number is on file for this holder. Enter one as a change of contact.',
    ID_NUMBER_TAKEN: 'Another holder has this ID number; nothing was changed. Compare both with the document.',
    HOLDER_UNCHANGED: 'This is on file already; nothing was changed. Enter what differs.',
    ACCOUNT_BALANCE:
      "The account holds {balance} yuan and stays open. Name the department's reference that instructs the pay-out.",
    CARD_REQUIRED:
      'This visit was opened without the medical card; nothing was done. A statement needs the card itself: open a new visit with both cards.',
    AGENT_MAY_NOT: 'An agent may not do this; nothing was changed. The holder has to come in person with the ID card.',
    APPROVAL_UNKNOWN: 'There is no such request; nothing was changed. See the refreshed list of approvals.',
    APPROVAL_OTHER: 'This approval was given for something else; nothing was done. Ask for one for exactly this.',
    APPROVAL_EXPIRED: 'This request has expired; nothing was done and it stays on record. Ask again.',
    APPROVAL_PENDING:
      'Nobody has decided on this request yet; nothing was done. A supervisor finds it under Approvals.',
    APPROVAL_REFUSED:
      'This request was refused by {decidedBy}[: {reason}]; nothing was done. The refusal stays on record.',
    APPROVAL_USED:
      'This request was decided or used already; nothing was done a second time. See the list of approvals.',
    DOCUMENT_PDF_ONLY: 'This paper exists as PDF alone; nothing was saved. Save it as PDF.',
    PAPER_UNFIT:
      'There is no such paper for this report as it stands; nothing was made. Choose the paper that belongs to what was done.',
    TELEPHONE_PASSWORD_UNSET:
      'This holder has set no telephone password, so nothing was done. The loss can be reported at any counter with the ID card.',
    TELEPHONE_PASSWORD_LOCKED:
      'The telephone password is locked after too many wrong tries; nothing was done. The holder sets a new one at the counter.',
    TELEPHONE_PASSWORD_WRONG:
      'The telephone password is wrong[; {left} tries left]; nothing was done and the attempt was recorded. Ask the caller for it again.',
    NOT_BY_TELEPHONE:
      'By telephone a card can be reported lost orally, and nothing else; nothing was changed. The holder comes to the counter.',
    LOSS_UNKNOWN:
      'This report number and this ID number do not belong together[; {left} more and the clerk is locked]. Check both; the attempt was recorded.',
    LOSS_TIME_INVALID:
      'The time of the loss is no existing time or lies ahead of now ({now}); nothing was reported. Correct it.',
    LOSS_ALREADY_REPORTED:
      'This is reported lost already under {number}; debits stay stopped and nothing was added. Follow that report up.',
    LOSS_STATE: 'Report {number} is {status}; that cannot be done any more and nothing was changed. See its timeline.',
    REISSUE_TOO_EARLY:
      'A new card may be handed out from {date} on; nothing was changed. Debits stay stopped until then.',
    CARD_TAKEN:
      'This new card number is in use already; nothing was changed and the old card stays on hold. Take another card.',
    REFERENCE_TAKEN:
      "The report has the department's number {reference} already; it was not changed. A wrong one can be corrected.",
    PIN_KEY_MISSING:
      'The key of the passwords is missing on this computer; no password was changed or checked. The administrator puts the key file back; everything else goes on.',
    PIN_REQUIRED:
      "This needs the holder's password first; nothing was changed. The holder types it in the customer's window at the counter.",
    PIN_STATE:
      "The card's password is {state}; that cannot be done with it and nothing was changed. Choose the task that fits.",
    PIN_RESET_WAITS: 'A new password may be set from {date} on; the old one stays void. Nothing else was changed.',
    PIN_TASK_OPEN: "The customer's window is asking something already; that goes on. Finish or end it first.",
    PIN_TASK_ENDED: 'This entry has ended and nothing of it was kept. Start the task again.',
  },
  terms: {
    'disk-no-permission': 'this user has no permission there',
    'disk-not-there': 'it, or the disk it lies on, is not there',
    'disk-link-to-nowhere': 'it is a link to something that is not there, such as a disk that is not mounted',
    'disk-link-circle': 'its links lead round in a circle',
    'disk-name-too-long': 'the name or the path is too long for this disk',
    'disk-name-taken': 'something else has this name already',
    'disk-name-unusable': 'the disk does not take this name',
    'disk-not-a-folder': 'a part of the path is a file and not a folder',
    'disk-is-a-folder': 'it is a folder and not a file',
    'disk-busy': 'another program is using it',
    'disk-too-many-files': 'the computer has too many files open',
    'disk-too-large': 'it would be larger than this disk allows',
    'disk-cannot-open': 'it cannot be opened there',
    'disk-failing': 'the disk reports an error',
    LENGTH: 'wrong length',
    CHARACTER: 'a character that cannot be',
    BIRTH_DATE: 'no such birth date',
    CHECK_DIGIT: 'wrong check character',
    PREFIX: 'it does not start with 62',
    'password-short': 'fewer than 10 characters',
    'password-trivial': 'too simple, or little more than code, name or office',
    'password-reused': 'one of the last five',
    clerk: 'a clerk',
    supervisor: 'a supervisor',
    administrator: 'an administrator',
    reported: 'reported orally',
    waiting: 'waiting',
    lapsed: 'lapsed',
    superseded: 'superseded by another report',
    cancelled: 'cancelled',
    reissued: 'ended with a new card',
    renewed: 'ended with a new password',
    'pin-none': 'not set yet',
    'pin-set': 'set',
    'pin-locked': 'locked',
    'pin-void': 'void since its loss report',
  },
  reasons: englishReasons,
};
