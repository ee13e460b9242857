/**
 * Walks a pain.001 document with the saxes parser and holds it to the structure: namespace, order, number, depth, size.
 * A DOCTYPE is refused as such, so no entity is ever declared, fetched or expanded (XXE, 'billion laughs'). Prefixes
 * are resolved by xml-names.ts and not by the parser: measured, its own namespace mode costs a third of the speed.
 */
import type { FileFaultKey } from '../../../contract/month-end/file-faults.ts';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { AllocationForm } from './allocation-part.ts';
import { refusal, type IntakeFaultParams, type IntakeRefusal } from '../intake-fault.ts';
import { DOCUMENT, type PainElement, type PainSlot } from './pain-structure.ts';
import { localName, XmlNames } from '../text/xml-names.ts';

export type PainForm = Exclude<AllocationForm, 'csv'>;

export type PainListener = {
  readonly opened: (element: PainElement, line: number) => void;
  readonly closed: (element: PainElement) => void;
  /** `currency` is the attribute Ccy, null where there is none. */
  readonly text: (slot: PainSlot, text: string, currency: string | null) => void;
};

const NAMESPACES = new Map<string, PainForm>([
  ['urn:iso:std:iso:20022:tech:xsd:pain.001.001.09', 'pain.001.001.09'],
  ['urn:iso:std:iso:20022:tech:xsd:pain.001.001.03', 'pain.001.001.03'],
]);
const DEPTH_LIMIT = 32;
/** Characters without an element beginning or ending: the longest text of pain.001 has 2,048. */
const QUIET_LIMIT = 256 * 1024;
const TEXT_LIMIT = 4096;
const NOT_BLANK = /[^ \t\r\n]/;

type Frame = { readonly element: PainElement; seen: number; last: number };
type Leaf = { readonly slot: PainSlot; readonly name: string; readonly currency: string | null; text: string };

export class PainWalk {
  readonly #parser = new SaxesParser();
  readonly #listener: PainListener;
  readonly #frames: Frame[] = [];
  #top: Frame | null = null;
  #leaf: Leaf | null = null;
  /** Levels inside an element that is passed over. */
  #skipped = 0;
  readonly #names = new XmlNames();
  #namespace = '';
  #form: PainForm | null = null;
  #quietCharacters = 0;

  /** Six handlers and no more: measured, at eight V8 gives up the parser's fast object form and it runs five times slower. */
  constructor(listener: PainListener) {
    this.#listener = listener;
    this.#parser.on('error', (error) => {
      throw this.refuse('xmlMalformed', { detail: error.message.replace(/^\S*?\d+:\d+: /, '') });
    });
    this.#parser.on('doctype', () => {
      throw this.refuse('xmlDoctype');
    });
    this.#parser.on('opentag', (tag) => this.#opened(tag));
    this.#parser.on('closetag', () => this.#closed());
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
  }

  /** Known from the root element on. */
  get form(): PainForm | null {
    return this.#form;
  }

  write(text: string): void {
    this.#quietCharacters += text.length;
    this.#parser.write(text);
    if (this.#quietCharacters > QUIET_LIMIT) throw this.refuse('xmlTooLong', { limit: QUIET_LIMIT });
  }

  close(): void {
    this.#parser.close();
  }

  /** A refusal at the place the parser has reached: the last character of what is at fault. */
  refuse(key: FileFaultKey, params: IntakeFaultParams = {}): IntakeRefusal {
    return refusal('FF01', { line: this.#parser.line, column: Math.max(1, this.#parser.column) }, key, params);
  }

  #opened(tag: SaxesTagPlain): void {
    this.#quietCharacters = 0;
    this.#names.enter(tag.attributes);
    if (this.#frames.length + this.#skipped >= DEPTH_LIMIT) throw this.refuse('xmlTooDeep', { limit: DEPTH_LIMIT });
    if (this.#skipped > 0) {
      this.#skipped += 1;
      return;
    }
    const top = this.#top;
    if (top === null) {
      this.#openRoot(tag);
      return;
    }
    const parent = this.#leaf?.name ?? top.element.name;
    const child = this.#leaf === null ? top.element.children.get(this.#ownName(tag)) : undefined;
    if (child === undefined) throw this.refuse('xmlElementUnexpected', { element: shown(tag.name), parent });
    const { index, content } = child;
    if (index < top.last) throw this.refuse('xmlElementOrder', { element: child.name, parent });
    if (index === top.last && !child.repeats) throw this.refuse('xmlElementTwice', { element: child.name, parent });
    if (top.element.isChoice && top.seen !== 0)
      throw this.refuse('xmlElementUnexpected', { element: child.name, parent });
    top.seen |= 1 << index;
    top.last = index;
    if (content === null) this.#skipped = 1;
    else if (typeof content === 'string') this.#openLeaf(content, tag, child.name);
    else this.#push(content);
  }

  #openRoot(tag: SaxesTagPlain): void {
    const namespace = this.#names.namespaceOf(tag.name);
    const form = NAMESPACES.get(namespace);
    if (localName(tag.name) !== DOCUMENT.name || form === undefined) throw this.refuse('xmlNamespace');
    this.#namespace = namespace;
    this.#form = form;
    this.#push(DOCUMENT);
  }

  #openLeaf(slot: PainSlot, tag: SaxesTagPlain, name: string): void {
    this.#leaf = { slot, name, currency: tag.attributes['Ccy'] ?? null, text: '' };
  }

  #push(element: PainElement): void {
    this.#top = { element, seen: 0, last: -1 };
    this.#frames.push(this.#top);
    this.#listener.opened(element, this.#parser.line);
  }

  /** The name in the document's own namespace; an element of another one has no name here and is refused. */
  #ownName({ name }: SaxesTagPlain): string {
    return this.#names.namespaceOf(name) === this.#namespace ? localName(name) : '';
  }

  #closed(): void {
    this.#quietCharacters = 0;
    this.#names.leave();
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const leaf = this.#leaf;
    if (leaf !== null) {
      this.#leaf = null;
      this.#listener.text(leaf.slot, leaf.text, leaf.currency);
      return;
    }
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    this.#top = this.#frames.at(-1) ?? null;
    this.#requireChildren(frame);
    this.#listener.closed(frame.element);
  }

  #requireChildren({ element, seen }: Frame): void {
    const isComplete = element.isChoice ? seen !== 0 : (element.required & ~seen) === 0;
    if (isComplete) return;
    const missing = [...element.children.values()]
      .filter(({ index }) => element.isChoice || (element.required & ~seen & (1 << index)) !== 0)
      .map(({ name }) => name);
    throw this.refuse('xmlElementMissing', {
      element: element.isChoice ? missing.join(' | ') : (missing[0] ?? ''),
      parent: element.name,
    });
  }

  #text(text: string): void {
    this.#quietCharacters = 0;
    if (this.#skipped > 0) return;
    if (this.#leaf !== null) {
      this.#leaf.text += text;
      if (this.#leaf.text.length > TEXT_LIMIT) {
        throw this.refuse('textTooLong', { field: this.#leaf.name, limit: TEXT_LIMIT });
      }
      return;
    }
    if (this.#top !== null && NOT_BLANK.test(text))
      throw this.refuse('xmlStrayText', { parent: this.#top.element.name });
  }
}

/** A name chosen by the sender, cut to what a message can bear. */
function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
