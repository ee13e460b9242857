/** English words about keys, and what F1 says. */
import type { keysChinese } from './keys-zh-cn.ts';

export const keysEnglish: typeof keysChinese = {
  shortcut: {
    language: 'Change language',
    keysOverview: 'All keys',
    help: 'Help for where you are',
    firstRunChoice: 'Choose how to start',
    demoClerk: 'Fill in a demo clerk',
    palette: 'Find any task',
    lock: 'Lock the window',
    finishVisit: 'Finish the visit',
    reveal: 'Reveal a number',
    agent: 'Agent',
    networkCheck: 'Outcome of the network check',
    preset: 'Period',
    largeType: 'Large type',
    print: 'Print',
    save: 'Save',
    previousPage: 'Previous page of the preview',
    nextPage: 'Next page of the preview',
    chooseFile: 'Choose a file',
    saveAnswer: 'Save the answer file',
    cancelOperation: 'Cancel',
    refreshQueue: 'Refresh the queue',
    cardLost: 'The card is lost',
    passwordChoice: 'What is wanted',
    lostObject: 'What is lost',
    lossKind: 'How it is reported',
    telephone: 'By telephone',
    askHolder: 'Let the holder check it',
    followUpAction: 'What can be done today',
    anotherReport: 'Another report',
    approveRequest: 'Approve',
    refuseRequest: 'Refuse',
    askInQueue: 'Ask in the queue',
    stepBack: "A step back, or end the holder's entry",
    printPaper: 'Print',
    savePaper: 'Save',
    paperSize: 'Other paper size',
    previousListPage: 'Previous page of the list',
    nextListPage: 'Next page of the list',
    previousPaperPage: 'Previous page of the preview',
    nextPaperPage: 'Next page of the preview',
    confirmBack: 'Not yet',
    back: 'Back',
  },
  helpText: {
    visit:
      'Read or type ID card and medical card; the verdict appears while typing. Keys {first} to {last} record the network check. A different name or unknown number asks for a second document and refuses nothing. With a lost card {cardLost} takes the name and phone on file. {agent} records an agent; under 16 it is a guardian with the household register. A pair that does not belong together is recorded, and several in a short time lock the clerk.',
    statement:
      'Digit keys choose the period, {largeType} large type; on the right is the very document to be printed. {print} prints, {save} saves. When too many entries are unprinted the card stops paying; a statement of all kinds clears them. Without a printer the document waits in the print queue.',
    password:
      "The holder types in the customer's window; here one sees only how far it is. The choice fits the password's state: none is set for the first time, a good one changed, a locked or void one forgotten. A forgotten one is reported lost, then a supervisor authorises here or in the queue ({askInQueue}). {stepBack} ends the entry. An agent is refused.",
    loss: 'Read the sentence below the fields: from when debits stop, when it lapses, when a new card is due. A written report prints the form, an oral one gives the number. A lost password needs a supervisor. {askHolder} shows the holder at their window what was reported, and asks whether it is right. {telephone} turns to the telephone: with the telephone password an oral report or the balance.',
    followUp:
      'Report number (typed or scanned) and ID number show the timeline and what can be done today; digit keys do it. Confirming, cancelling, a new card and a new password need the holder at the counter. A written report is cancelled after the password and with a supervisor.',
    worklist:
      'Oral reports that lapse today or tomorrow, new cards and new passwords that are due. ↑ ↓ choose, Enter follows up; the figure at the task counts those that want something done.',
    monthEnd:
      'Drop or choose a file: it is checked first, nothing is booked. Every rejected line has its reason and remedy. A supervisor approves with code and password and the whole file is booked at once. The answer file goes back to the department or the clearing centre.',
    approvals:
      'A supervisor decides here on requests of other counters: {approveRequest} approves, {refuseRequest} refuses with a reason. A clerk sees their own and what became of them; an approval holds for exactly what was asked, once.',
    printQueue:
      'Documents that were not printed wait here; print them on another printer or save them. A reprint is numbered and says so.',
    documentCheck:
      'Number and code together prove that this office issued the document. Green means they fit; still compare amounts and dates.',
  },
};
