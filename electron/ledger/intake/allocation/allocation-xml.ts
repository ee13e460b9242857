/**
 * The allocation file as pain.001.001.09 or .03 (docs/formats.md 3). Count and sum are checked for the group and for
 * every PmtInf block that states its own; a group's sum that is not declared is added up and noted.
 */
import type { AllocationHeader, AllocationLine, AllocationPart, AllocationSummary } from './allocation-part.ts';
import { ControlTotal, exactYuan, wholeFen, xmlAmount, yuanOfFen, type ExactYuan } from './control-total.ts';
import type { FileNote } from '../../../contract/office/office-views.ts';
import { fileNote } from '../file-note.ts';
import type { FileSource } from '../file-source.ts';
import {
  cardNumberText,
  declaredCount,
  isIdentifier,
  isLongerThan,
  copiedText,
  NAME_LIMIT,
  residentIdText,
} from '../text/identifier-text.ts';
import { GROUP, PAYMENT, PRIVATE_OTHER, TRANSACTION, type PainElement, type PainSlot } from './pain-structure.ts';
import { PainWalk } from './pain-walk.ts';
import { PrivateIdentification } from './private-identification.ts';
import { decodedText } from '../text/text-encoding.ts';
import { xmlEncoding } from '../text/xml-encoding.ts';

/** `opening`: the first bytes of the file, which hold its declaration. */
export async function* readAllocationXml(source: FileSource, opening: Uint8Array): AsyncGenerator<AllocationPart> {
  const { encoding, note } = await xmlEncoding(source, opening, 'FF01');
  const reader = new PainReader();
  for await (const text of decodedText(source, encoding, 'FF01')) {
    reader.write(text);
    yield* reader.taken();
  }
  const summary = reader.close();
  yield { kind: 'summary', summary: note === null ? summary : { ...summary, notes: [note, ...summary.notes] } };
}

/** Transfers; the third method of the schema is a cheque, which credits no account. */
const PAYMENT_METHODS: ReadonlySet<string> = new Set(['TRF', 'TRA']);

/** A PmtInf block and what is inside it. */
type Block = {
  paymentId: string;
  declaredCount: number | null;
  declaredSum: ExactYuan | null;
  readonly total: ControlTotal;
};
type Draft = { -readonly [Key in keyof AllocationLine]: AllocationLine[Key] };

class PainReader {
  readonly #walk = new PainWalk({
    opened: (element, line) => this.#opened(element, line),
    closed: (element) => this.#closed(element),
    text: (slot, text, currency) => this.#text(slot, text, currency),
  });
  readonly #total = new ControlTotal();
  readonly #group: { batch: string; countText: string; sumText: string | null } = {
    batch: '',
    countText: '',
    sumText: null,
  };
  #header: AllocationHeader | null = null;
  #isHeaderTaken = false;
  #block = newBlock();
  #draft = newDraft(0, '');
  /** The number in InstdAmt without its currency: what the control sums are made of. */
  #written = '';
  #lines: AllocationLine[] = [];
  #blockCountsHold = true;
  #blockSumsHold = true;
  readonly #identification = new PrivateIdentification();

  write(text: string): void {
    this.#walk.write(text);
  }

  /** What has been read since the last call. */
  *taken(): Generator<AllocationPart> {
    if (this.#header !== null && !this.#isHeaderTaken) {
      this.#isHeaderTaken = true;
      yield { kind: 'header', header: this.#header };
    }
    if (this.#lines.length === 0) return;
    const lines = this.#lines;
    this.#lines = [];
    yield { kind: 'lines', lines };
  }

  close(): AllocationSummary {
    this.#walk.close();
    const header = this.#header;
    if (header === null) throw new Error('a complete document has a group header');
    return {
      count: this.#total.count,
      sumFen: this.#total.wellFormedFen,
      countHolds: header.declaredCount === this.#total.count && this.#blockCountsHold,
      sumHolds: this.#groupSumHolds() && this.#blockSumsHold,
      notes: this.#notes(),
    };
  }

  #notes(): readonly FileNote[] {
    if (this.#group.sumText !== null) return [];
    return [fileNote('sumUndeclared', { found: yuanOfFen(this.#total.wellFormedFen) })];
  }

  #groupSumHolds(): boolean {
    const { sumText } = this.#group;
    return sumText === null || this.#total.isDeclaredAs(this.#sum(sumText));
  }

  #opened(element: PainElement, line: number): void {
    if (element === PAYMENT) this.#block = newBlock();
    if (element !== TRANSACTION) return;
    this.#draft = newDraft(line, this.#block.paymentId);
    this.#written = '';
    this.#identification.clear();
  }

  #closed(element: PainElement): void {
    if (element === TRANSACTION) this.#closeTransaction();
    else if (element === PRIVATE_OTHER) this.#identification.close();
    else if (element === PAYMENT) this.#closeBlock();
    else if (element === GROUP) this.#header = this.#groupHeader();
  }

  #closeTransaction(): void {
    this.#draft.idNumber = residentIdText(this.#identification.idNumber);
    this.#total.add(this.#written, this.#draft.amount);
    this.#block.total.add(this.#written, this.#draft.amount);
    this.#lines.push(this.#draft);
  }

  #closeBlock(): void {
    const { declaredCount: count, declaredSum, total } = this.#block;
    if (count !== null && count !== total.count) this.#blockCountsHold = false;
    if (declaredSum !== null && !total.isDeclaredAs(declaredSum)) this.#blockSumsHold = false;
  }

  #groupHeader(): AllocationHeader {
    const { batch, countText, sumText } = this.#group;
    const form = this.#walk.form;
    if (form === null) throw new Error('a group header stands inside a document of a known form');
    return {
      batch,
      month: null,
      declaredCount: this.#count(countText),
      declaredCountText: countText,
      declaredSumText: sumText,
      declaredSum: sumText === null ? null : wholeFen(sumText),
      form,
      originalMessageName: form,
    };
  }

  #text(slot: PainSlot, text: string, currency: string | null): void {
    switch (slot) {
      case 'InstdAmt':
        this.#takeAmount(text.trim(), currency);
        break;
      case 'EndToEndId':
        this.#draft.id = this.#identifier(slot, text);
        break;
      case 'Name':
        this.#draft.name = this.#limited('Nm', text);
        break;
      case 'IdNumber':
        this.#identification.takeId(text);
        break;
      case 'IdScheme':
        this.#identification.takeScheme(text);
        break;
      case 'Card':
        this.#draft.card = cardNumberText(text);
        break;
      case 'Text':
        if (this.#draft.text === '') this.#draft.text = this.#limited('Ustrd', text);
        break;
      default:
        this.#takeHeading(slot, text);
    }
  }

  /** Texts of the group and of its blocks. XML Schema collapses the spaces around numbers and codes. */
  #takeHeading(slot: PainSlot, text: string): void {
    if (slot === 'MsgId') this.#group.batch = this.#identifier(slot, text);
    if (slot === 'NbOfTxs') this.#group.countText = text.trim();
    if (slot === 'CtrlSum') {
      this.#group.sumText = text.trim();
      this.#sum(this.#group.sumText);
    }
    if (slot === 'PmtInfId') this.#block.paymentId = this.#identifier(slot, text);
    if (slot === 'BlockNbOfTxs') this.#block.declaredCount = this.#count(text.trim());
    if (slot === 'BlockCtrlSum') this.#block.declaredSum = this.#sum(text.trim());
    if (slot === 'PmtMtd' && !PAYMENT_METHODS.has(text.trim())) {
      throw this.#walk.refuse('valueUnknown', { field: slot, allowed: [...PAYMENT_METHODS].join(' ') });
    }
  }

  #takeAmount(text: string, currency: string | null): void {
    const isYuan = currency === 'CNY';
    this.#written = text;
    this.#draft.amountText = isYuan ? text : `${currency ?? '?'} ${text}`;
    this.#draft.amount = isYuan ? xmlAmount(text) : null;
  }

  #identifier(field: string, text: string): string {
    if (!isIdentifier(text)) throw this.#walk.refuse('identifierInvalid', { field });
    return copiedText(text);
  }

  #limited(field: string, text: string): string {
    if (isLongerThan(text, NAME_LIMIT)) throw this.#walk.refuse('textTooLong', { field, limit: NAME_LIMIT });
    return text;
  }

  #count(text: string): number {
    const count = declaredCount(text);
    if (count === null) throw this.#walk.refuse('numberInvalid', { field: 'NbOfTxs', form: 'count' });
    return count;
  }

  #sum(text: string): ExactYuan {
    const sum = text.includes(',') ? null : exactYuan(text);
    if (sum === null) throw this.#walk.refuse('numberInvalid', { field: 'CtrlSum', form: 'decimal' });
    return sum;
  }
}

function newBlock(): Block {
  return { paymentId: '', declaredCount: null, declaredSum: null, total: new ControlTotal() };
}

function newDraft(line: number, paymentId: string): Draft {
  return { line, id: '', paymentId, idNumber: '', name: '', card: '', amountText: '', amount: null, text: '' };
}
