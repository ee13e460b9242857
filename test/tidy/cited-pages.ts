/** What comments and pages cite must be there: the page, its numbered section, the words they quote, the files they name. */
import { posix } from 'node:path';
import { matches, type Breach, type HouseFile } from './house-files.ts';

/** A page by its path from the root or from the citing file, then sections, then words of the section in quotes. */
const citation = /(?<![\w/.-])((?:[\w.-]+\/)*[\w-]+\.md)(?: (\d+(?:(?:, | and | or | to )\d+)*)(?:, '([^'\n]+)')?)?/g;
const link = /\]\(([^()\s]+)\)/g;
/** Also within a command or a picture. */
const namedPath = /(?<![\w./@-])(?:electron|renderer|build|test|docs)\/[\w./*-]*[\w*]/g;
/** A source file by the end of its path; what is built lies in out/ and is not there yet. */
const namedFile =
  /`(?:\.\.\/)*((?!(?:electron|renderer|build|test|docs|out)\/)(?:[\w.-]+\/)*\w[\w.-]*\.(?:ts|vue|mjs|cjs|css))`/g;
const numberedHeading = /^#+ (\d+)\. /gm;

const widestTable = 100;

export class Pages {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #places: ReadonlySet<string>;

  /** @param paths every path of the project, to which the folders are added. */
  constructor(files: readonly HouseFile[], paths: readonly string[]) {
    this.#texts = new Map(files.filter(isPage).map(({ path, text }) => [path, text]));
    this.#places = new Set(paths.flatMap((path) => [path, ...foldersOf(path)]));
  }

  breachesIn(file: HouseFile): Breach[] {
    const cited = matches(withoutLinks(file), citation, (text) => this.#citationFault(file, text));
    const linked = isPage(file) ? matches(file, link, (text) => this.#linkFault(file, text)) : [];
    const named = isPage(file) ? matches(withoutLinks(file), namedPath, (text) => this.#pathFault(text)) : [];
    const ended = isPage(file) ? matches(file, namedFile, (text) => this.#fileFault(text)) : [];
    return [...cited, ...linked, ...named, ...ended].filter(({ what }) => what !== '');
  }

  #citationFault(file: HouseFile, text: string): string {
    const [, page = '', sections, words] = new RegExp(citation.source).exec(text) ?? [];
    const found = this.#pageNear(file, page);
    if (found === null) return `cites ${page}, which is not there: cite a page of docs/, or write it`;
    const headings = new Set([...found.matchAll(numberedHeading)].map((match) => Number(match[1])));
    const missing = numbersIn(sections ?? '').filter((number) => !headings.has(number));
    if (missing.length > 0) return `cites ${page} ${missing.join(', ')}: cite a section that the page has, or write it`;
    if (words !== undefined && !found.includes(words)) return `quotes '${words}', which ${page} does not say`;
    return '';
  }

  #linkFault(file: HouseFile, text: string): string {
    const [, target = ''] = new RegExp(link.source).exec(text) ?? [];
    if (/^[a-z]+:/.test(target)) return '';
    const [path = '', anchor] = target.split('#');
    const place = path === '' ? file.path : posix.join(posix.dirname(file.path), path);
    if (!this.#places.has(place)) return `links to ${target}, which is not there: link to a page that is, or write it`;
    const page = this.#texts.get(place) ?? '';
    const absent = anchor !== undefined && !anchorsOf(page).has(anchor);
    return absent ? `links to ${target}: ${place} has no such heading` : '';
  }

  #pathFault(path: string): string {
    if (path.includes('*') || this.#places.has(path)) return '';
    return `names ${path}, which is not there: name the place it has moved to`;
  }

  #fileFault(text: string): string {
    const name = text.replaceAll('`', '').replace(/^(?:\.\.\/)+/, '');
    const isThere = [...this.#places].some((place) => place === name || place.endsWith(`/${name}`));
    return isThere ? '' : `names the file ${name}, which is nowhere: name the one it has become`;
  }

  #pageNear(file: HouseFile, page: string): string | null {
    return this.#texts.get(page) ?? this.#texts.get(posix.join(posix.dirname(file.path), page)) ?? null;
  }
}

/** A link is judged as a link; blanks in its place leave the lines as they are. */
function withoutLinks(file: HouseFile): HouseFile {
  if (!isPage(file)) return file;
  return { path: file.path, text: file.text.replaceAll(link, (target) => ' '.repeat(target.length)) };
}

function isPage({ path }: HouseFile): boolean {
  return path.endsWith('.md');
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** `3 to 5` are three sections. */
function numbersIn(sections: string): number[] {
  const spelled = sections.replaceAll(/(\d+) to (\d+)/g, (_, from: string, to: string) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_each, at) => Number(from) + at).join(' '),
  );
  return [...spelled.matchAll(/\d+/g)].map(([number]) => Number(number));
}

/** The anchors that a page's headings get where pages are shown. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Tables that do not fit a screen. A Han character is as wide as two letters. */
export function wideTables(file: HouseFile): Breach[] {
  if (!isPage(file)) return [];
  return matches(file, /^\|.*\|$/gm, (row) => {
    const columns = row.length + [...row.matchAll(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/g)].length;
    return columns > widestTable ? `a table of ${columns} columns: a list reads better` : '';
  }).filter(({ what }) => what !== '');
}
