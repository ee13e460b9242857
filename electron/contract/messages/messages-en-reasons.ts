/** Why files and lines are refused, in English. */
import type { Messages } from './message-kinds.ts';

export const englishReasons: Messages['reasons'] = {
  FF01: {
    meaning: 'The file is not in the agreed format',
    mend: 'Correct the place named, or ask the department to export it again.',
  },
  DU01: {
    meaning: 'A file with this batch number was already received',
    mend: 'Find out whether it was sent twice; a new batch needs a new number.',
  },
  AM18: {
    meaning: 'The declared count differs from the lines inside',
    mend: 'Ask the department to check the count and send the whole file again.',
  },
  AM10: {
    meaning: 'The declared sum differs from the lines inside',
    mend: 'Ask the department to check the sum and send the whole file again.',
  },
  NO_GOOD_LINE: {
    meaning: 'No line of the file can be posted, so nothing was booked and its number stays free',
    mend: 'Give the answer with the reason of each line back to the sender and post the corrected file under the same number.',
  },
  AM09: {
    meaning: 'The amount is malformed',
    mend: 'Write yuan with two decimals, such as 1234.50, in the next batch.',
  },
  AM01: { meaning: 'The amount is zero', mend: 'Enter the amount due in the next batch, or leave the line out.' },
  AM02: {
    meaning: 'The amount is above the ceiling',
    mend: 'Ask the department; if right, the administrator raises the ceiling, then send again.',
  },
  AM05: {
    meaning: 'The line number occurs twice in this file',
    mend: 'Give the line a number of its own in the next batch.',
  },
  AC01: {
    meaning: 'There is no such card',
    mend: 'Check the card number; load the register first for a new holder.',
  },
  AC04: { meaning: 'The account is closed', mend: "Return it to the department for the holder's present account." },
  BE01: {
    meaning: 'Name or ID number differs from the account',
    mend: 'Compare both with the register and send the line again.',
  },
  FORMAT: {
    meaning: 'The file is not in the agreed format',
    mend: 'Correct the place named, or ask the clearing centre to export it again.',
  },
  FILE_DUPLICATE: {
    meaning: 'A file with this number was already received',
    mend: 'Find out whether it was sent twice; a new file needs a new number.',
  },
  COUNT_WRONG: {
    meaning: 'The declared count differs from the lines inside',
    mend: 'Ask the clearing centre to check the count and send the whole file again.',
  },
  TOTAL_WRONG: {
    meaning: 'The declared net sum differs from the lines inside',
    mend: 'Ask the clearing centre to check the sum and send the whole file again.',
  },
  AMOUNT_INVALID: {
    meaning: 'The amount is zero, negative or malformed',
    mend: 'Compare with the institution and send the corrected line again.',
  },
  DUPLICATE: {
    meaning: 'This transaction number was seen before',
    mend: 'See whether it is the same transaction; if not, it needs a new number.',
  },
  CARD_UNKNOWN: {
    meaning: 'There is no such card',
    mend: 'Compare the card number with the institution and send the line again.',
  },
  INSTITUTION_NOT_DESIGNATED: {
    meaning: 'The institution is not a designated one',
    mend: 'Check its number; load the institutions file for a new one.',
  },
  TERMINAL_UNKNOWN: {
    meaning: 'The terminal does not belong to the institution',
    mend: 'Check its number; load the institutions file for a new one.',
  },
  NO_ORIGINAL: {
    meaning: 'The original transaction is missing or was rejected',
    mend: 'Check the original number; send the original first, then this line.',
  },
  AMOUNT_MISMATCH: {
    meaning: 'The amount does not fit the original',
    mend: 'A void is the whole original, a refund at most what is left; correct and send again.',
  },
  CARD_ON_HOLD: {
    meaning: 'The transaction is later than the loss report',
    mend: 'It cannot be debited; the institution settles it with the holder.',
  },
  INSUFFICIENT_FUNDS: {
    meaning: 'The balance does not suffice',
    mend: 'It cannot go below zero; the institution collects the rest from the holder.',
  },
  ID_NUMBER_INVALID: {
    meaning: 'This is not a valid ID number',
    mend: 'Check the 18 characters, the birth date and the check character.',
  },
  CARD_NUMBER_INVALID: {
    meaning: 'This is not a valid card number',
    mend: 'Check the 16 to 19 digits, the prefix 62 and the check digit.',
  },
  NAME_INVALID: {
    meaning: 'The name is empty, too long or holds a character that cannot be kept',
    mend: 'Enter the name as on the ID card.',
  },
  EMPLOYER_INVALID: {
    meaning: 'The employer is too long or holds control characters',
    mend: 'Shorten or correct it.',
  },
  INSURANCE_NUMBER_INVALID: {
    meaning: 'The insurance number is empty or malformed',
    mend: 'Compare it with the department.',
  },
  OPENING_DATE_INVALID: { meaning: 'The opening date does not exist', mend: 'Write eight digits, such as 20240131.' },
  HOLDER_DIFFERS: {
    meaning: 'The card is on file under another name or ID number',
    mend: 'Have the department correct the register, or correct the holder at the counter; this line changed nothing.',
  },
  CARD_REPLACED: {
    meaning: 'The card was replaced by another one',
    mend: 'Use the new card number; this line changed nothing.',
  },
  ACCOUNT_CLOSED: {
    meaning: 'The account of this card is closed',
    mend: 'Have the department take the line out; this line changed nothing.',
  },
  INSTITUTION_CODE_INVALID: {
    meaning: 'The institution number is empty or malformed',
    mend: 'Compare it with the list of designated institutions.',
  },
  INSTITUTION_NAME_INVALID: {
    meaning: 'The name is empty, too long or holds a character that cannot be kept',
    mend: 'Compare it with the list of designated institutions.',
  },
  INSTITUTION_TYPE_INVALID: {
    meaning: 'The institution type is unknown',
    mend: 'Only 医院 (hospital) or 药店 (pharmacy).',
  },
  COLUMN_COUNT_WRONG: {
    meaning: 'The line has more or fewer columns than there are titles',
    mend: 'Put a field that holds a comma in quotes and leave no column out; this line changed nothing.',
  },
  INSTITUTION_DUPLICATE: {
    meaning: 'The institution number stands on an earlier line of this file',
    mend: 'Write one line an institution, its terminals separated by semicolons.',
  },
  TERMINAL_INVALID: {
    meaning: 'A terminal number is empty or malformed',
    mend: 'Write letters, digits and hyphens only and separate terminals with semicolons.',
  },
};
