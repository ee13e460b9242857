/**
 * Prefixes of an XML document, resolved as 'Namespaces in XML 1.0' says: any prefix, or none, may stand for a namespace,
 * and an element may declare it anew for itself and what is inside it.
 */

type Names = ReadonlyMap<string, string>;
type Scope = { readonly depth: number; readonly names: Names };
type Attributes = Readonly<Record<string, string>>;

const DECLARATION = /^xmlns(?::(.+))?$/;

/**
 * Entered for every element that opens and left for every one that closes. Nearly all declare nothing and have no prefix, and
 * there are millions of them, so what they need is kept in plain fields.
 */
export class XmlNames {
  readonly #scopes: Scope[] = [];
  #names: Names = new Map();
  /** What no prefix stands for. */
  #unprefixed = '';
  #depth = 0;
  /** Of the innermost element that declares something. */
  #declaredAt = 0;

  enter(attributes: Attributes): void {
    this.#depth += 1;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      this.#declare(attributes);
      return;
    }
  }

  leave(): void {
    if (this.#depth === this.#declaredAt) {
      this.#scopes.pop();
      this.#use(this.#scopes.at(-1) ?? { depth: 0, names: new Map() });
    }
    this.#depth -= 1;
  }

  /** The namespace of an element just entered; empty where its prefix, or the lack of one, stands for none. */
  namespaceOf(name: string): string {
    const colon = name.indexOf(':');
    return colon === -1 ? this.#unprefixed : (this.#names.get(name.slice(0, colon)) ?? '');
  }

  #declare(attributes: Attributes): void {
    const names = new Map(this.#names);
    for (const [name, namespace] of Object.entries(attributes)) {
      const prefix = DECLARATION.exec(name);
      if (prefix !== null) names.set(prefix[1] ?? '', namespace);
    }
    const scope = { depth: this.#depth, names };
    this.#scopes.push(scope);
    this.#use(scope);
  }

  #use({ depth, names }: Scope): void {
    this.#names = names;
    this.#unprefixed = names.get('') ?? '';
    this.#declaredAt = depth;
  }
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
