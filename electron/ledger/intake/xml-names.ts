/**
 * Prefixes of an XML document, resolved as 'Namespaces in XML 1.0' says: any prefix, or none, may stand for a namespace,
 * and an element may declare it anew for itself and what is inside it.
 */

type Scope = { readonly depth: number; readonly names: ReadonlyMap<string, string> };
type Attributes = Readonly<Record<string, string>>;

const DECLARATION = /^xmlns(?::(.+))?$/;

/** Entered for every element that opens and left for every one that closes; most declare nothing and cost a look-up. */
export class XmlNames {
  readonly #scopes: Scope[] = [];
  #names: ReadonlyMap<string, string> = new Map();
  #depth = 0;

  enter(attributes: Attributes): void {
    this.#depth += 1;
    const declared = declarationsIn(attributes);
    if (declared === null) return;
    this.#names = new Map([...this.#names, ...declared]);
    this.#scopes.push({ depth: this.#depth, names: this.#names });
  }

  leave(): void {
    if (this.#scopes.at(-1)?.depth === this.#depth) {
      this.#scopes.pop();
      this.#names = this.#scopes.at(-1)?.names ?? new Map<string, string>();
    }
    this.#depth -= 1;
  }

  /** The namespace of an element just entered; empty where its prefix, or the lack of one, stands for none. */
  namespaceOf(name: string): string {
    const colon = name.indexOf(':');
    return this.#names.get(colon === -1 ? '' : name.slice(0, colon)) ?? '';
  }
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function declarationsIn(attributes: Attributes): (readonly [string, string])[] | null {
  let found: (readonly [string, string])[] | null = null;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = DECLARATION.exec(name);
    if (prefix !== null) found = [...(found ?? []), [prefix[1] ?? '', attributes[name] ?? '']];
  }
  return found;
}
