/**
 * Holds open books against their anchor (books/anchor/anchor-rules.ts) and writes the anchor with every commit. Works on the
 * writing connection: it judges at the opening, when nothing else runs, and writes between commit and answer.
 */
import { randomUUID } from 'node:crypto';
import { localTime, type Instant } from '../../../contract/kernel/dates.ts';
import { RefusalError, type ErrorCode, type Refusal } from '../../../contract/kernel/errors.ts';
import {
  anchorVerdict,
  type AnchorPoint,
  type AnchorVerdict,
  type BooksState,
  type FoundAnchor,
} from './anchor-rules.ts';
import {
  HeldAnchor,
  writeNewAnchor,
  officesAnchoredAt,
  digestOfFolder,
  readAnchors,
  type AnchorName,
} from './anchor-file.ts';
import { appendAuditAtOpening, type AuditRecord } from '../audit/audit-row.ts';
import { asRefusal } from '../books-refusal.ts';
import type { Question, Transacting } from '../prepared.ts';
import type { Keys } from '../sealing/keys.ts';
import { refuseDamagedOffice } from '../stored-office.ts';

export interface AnchoringOptions {
  /** Of the writing connection. */
  readonly sql: Transacting;
  readonly keys: Keys;
  readonly clock: () => Instant;
  /** The folder of the books. */
  readonly folder: string;
  /** The folder the keys lie in, and the anchors beside them. */
  readonly keysFolder: string;
}

interface OfficeIdentity {
  readonly officeId: string;
  readonly timeZone: string;
}

interface Head {
  readonly commits: number;
  readonly seq: number;
  readonly hash: string;
}

/** What the audit record and the sentences say about books and anchor. */
export type AnchorFacts = Readonly<Record<string, string | number>>;

const SHUT: Readonly<Record<'behind' | 'other' | 'outdated' | 'missing', ErrorCode>> = {
  behind: 'BOOKS_BEHIND',
  other: 'BOOKS_OTHER',
  outdated: 'ANCHOR_OUTDATED',
  missing: 'ANCHOR_MISSING',
};

export class Anchoring {
  readonly #options: AnchoringOptions;
  #held: HeldAnchor | null = null;
  #count: Question<[number], Head> | null = null;

  constructor(options: AnchoringOptions) {
    this.#options = options;
  }

  /**
   * Judges books that hold an office, and holds their anchor when they lack nothing. Answers why they stay shut, null
   * when they need not. Throws RefusalError for what the disk does.
   */
  settle(): Refusal | null {
    return asRefusal(() => this.#settle());
  }

  #settle(): Refusal | null {
    const office = this.#office();
    const { folderDigest } = this.#name(office);
    const anchors = this.#anchors(office);
    const verdict = anchorVerdict(this.#stand(), folderDigest, anchors);
    const code = isShut(verdict) ? SHUT[verdict.state] : this.#strangeness(office);
    if (code !== null) return { code, details: this.#facts(office, 'anchor' in verdict ? verdict.anchor : null) };
    if (verdict.state === 'unanchored') this.#anchorFirst(office);
    else this.#hold(office, this.#lineage());
    if (verdict.state === 'ahead') this.#noteAdopted(verdict.anchor);
    return null;
  }

  /** The row of a lineage that begins with the books as they are, in the transaction that records why. */
  newLineage(auditSeq: number, id: string = randomUUID()): void {
    const { sql, clock } = this.#options;
    sql
      .change(
        `INSERT INTO lineage (number, id, begun_at, audit_seq)
         VALUES ((SELECT coalesce(max(number), 0) + 1 FROM lineage), ?, ?, ?)`,
      )
      .run(id, clock(), auditSeq);
  }

  /** Writes and holds the anchor of the lineage that has just begun; an earlier one of this folder is replaced. */
  begin(): void {
    this.#hold(this.#office(), this.#lineage());
  }

  /** What the books lack of the anchor of this folder; null when nothing. */
  lacking(): AnchorFacts | null {
    const office = this.#office();
    const { folderDigest } = this.#name(office);
    const here = this.#anchors(office).filter((anchor) => anchor.folderDigest === folderDigest);
    const verdict = anchorVerdict({ ...this.#stand(), lineage: null }, folderDigest, here);
    return isShut(verdict) ? this.#facts(office, 'anchor' in verdict ? verdict.anchor : null) : null;
  }

  /** By how many audit records the newest anchor of the office here is ahead of the books; 0 when it is not. */
  aheadElsewhere(): number {
    const { seq } = this.#head();
    return Math.max(0, ...this.#anchors(this.#office()).map(({ point }) => (point?.seq ?? 0) - seq));
  }

  /** As last written; null while the books have none. */
  get point(): AnchorPoint | null {
    return this.#held?.point ?? null;
  }

  /** What is wrong with the file while the books are open, null when nothing is. */
  faultOnDisk(): string | null {
    if (this.#held === null) return 'the books have no anchor';
    const { commits, hash } = this.#held.point;
    const found = this.#held.onDisk();
    if (found === null) return 'the anchor is missing or cannot be read';
    return found.commits === commits && found.hash === hash ? null : 'the anchor is not the one that was written';
  }

  /** Before a command begins. Throws RefusalError ANCHOR_UNWRITTEN while the last one has no anchor. */
  beforeWriting(): void {
    this.#held?.catchUp();
  }

  /**
   * Commits, and writes the anchor when something changed. Throws RefusalError ANCHOR_UNWRITTEN after the commit.
   * @param committed called between the two.
   */
  commit(changed: boolean, committed: () => void): void {
    const { sql, clock } = this.#options;
    const held = this.#held;
    if (held === null || !changed) {
      sql.script('COMMIT');
      committed();
      return;
    }
    const at = clock();
    this.#count ??= sql.rows(
      'UPDATE audit_head SET commits = commits + 1, committed_at = ? RETURNING commits, seq, hash',
    );
    const head = this.#count.get(at);
    sql.script('COMMIT');
    committed();
    if (head === undefined) throw new Error('anchored books have an audit record');
    held.write({ ...held.point, ...head, at });
  }

  /** Stops writing the anchor until the answer is called: for measuring what it costs. */
  pause(): () => void {
    const held = this.#held;
    this.#held = null;
    return () => {
      this.#held = held;
    };
  }

  close(): void {
    this.#held?.close();
    this.#held = null;
  }

  /** BOOKS_OTHER where another office has had its books and these never were; null elsewhere. */
  #strangeness(office: OfficeIdentity): ErrorCode | null {
    const here = officesAnchoredAt(this.#options.keysFolder, this.#name(office).folderDigest);
    return here.length > 0 && !here.includes(office.officeId) ? 'BOOKS_OTHER' : null;
  }

  /** The anchor is written before the books say that they have one: after a kill in between they begin once more. */
  #anchorFirst(office: OfficeIdentity): void {
    const lineage = randomUUID();
    this.#hold(office, lineage);
    this.#atOpening({ actor: 'system', verb: 'anchor.begin', outcome: 'done' }, (auditSeq) => {
      this.newLineage(auditSeq, lineage);
    });
  }

  #noteAdopted(anchor: AnchorPoint): void {
    const details = { anchorNumber: anchor.seq, anchorCommits: anchor.commits, commits: this.#head().commits };
    this.#atOpening({ actor: 'system', verb: 'anchor.adopt', outcome: 'done', details }, () => undefined);
  }

  #atOpening(record: AuditRecord, work: (auditSeq: number) => void): void {
    const { sql, clock } = this.#options;
    sql.script('BEGIN IMMEDIATE');
    try {
      work(appendAuditAtOpening(sql, clock(), record));
      this.commit(true, () => undefined);
    } catch (error) {
      sql.rollBack();
      throw error;
    }
  }

  /** Holds the anchor of this folder; writes it anew unless it is as it should be. */
  #hold(office: OfficeIdentity, lineage: string | null): void {
    if (lineage === null) throw new Error('an anchor belongs to a lineage');
    const { keysFolder, keys } = this.#options;
    const name = this.#name(office);
    const anchors = this.#anchors(office);
    const begun = anchors.find(({ point }) => point?.lineage === lineage)?.point?.begun;
    const head = this.#head();
    const point = { ...head, lineage, begun: begun ?? head.commits };
    const here = anchors.find(({ folderDigest }) => folderDigest === name.folderDigest)?.point ?? null;
    if (here?.lineage !== lineage || here.commits !== head.commits || here.hash !== head.hash)
      writeNewAnchor(keysFolder, keys, name, point);
    this.#held?.close();
    this.#held = new HeldAnchor(keysFolder, keys, name, point);
  }

  #anchors({ officeId }: OfficeIdentity): FoundAnchor[] {
    return readAnchors(this.#options.keysFolder, officeId, this.#options.keys);
  }

  #name({ officeId }: OfficeIdentity): AnchorName {
    return { officeId, folderDigest: digestOfFolder(this.#options.folder) };
  }

  #office(): OfficeIdentity {
    const found = this.#options.sql
      .rows<[], OfficeIdentity>('SELECT office_id AS officeId, time_zone AS timeZone FROM office')
      .get();
    if (found === undefined) throw new RefusalError('DATABASE_DAMAGED', { system: 'office' });
    refuseDamagedOffice(found.timeZone);
    return found;
  }

  #lineage(): string | null {
    const { sql } = this.#options;
    const newest = sql.values<[], string>('SELECT id FROM lineage ORDER BY number DESC LIMIT 1');
    return newest.get() ?? null;
  }

  /** Where the books stand, and the time of the newest audit record; the beginning where the head is lost. */
  #head(): Omit<AnchorPoint, 'lineage' | 'begun'> {
    const head = this.#options.sql
      .rows<[], Omit<AnchorPoint, 'lineage' | 'begun'>>(
        `SELECT coalesce(commits, 0) AS commits, coalesce(head.seq, 0) AS seq, coalesce(audit.hash, '') AS hash,
           coalesce(audit.at, made_at) AS at
         FROM office LEFT JOIN audit_head AS head LEFT JOIN audit ON audit.seq = head.seq`,
      )
      .get();
    if (head === undefined) throw new RefusalError('DATABASE_DAMAGED', { system: 'office' });
    return head;
  }

  #stand(): BooksState {
    const { sql } = this.#options;
    const { commits, seq } = this.#head();
    const hashAt = sql.values<[number], string>('SELECT hash FROM audit WHERE seq = ?');
    const timeAt = sql.values<[number], Instant>('SELECT at FROM audit WHERE seq = ?');
    return {
      lineage: this.#lineage(),
      commits,
      seq,
      hashAt: (wanted) => hashAt.get(wanted) ?? null,
      spanAfter: (wanted) => {
        const [first, last] = [timeAt.get(wanted + 1), timeAt.get(seq)];
        return first === undefined || last === undefined ? null : { first, last };
      },
    };
  }

  #facts({ timeZone }: OfficeIdentity, anchor: AnchorPoint | null): AnchorFacts {
    const { commits, seq, at } = this.#head();
    const books = { number: seq, since: localTime(at, timeZone) };
    if (anchor === null) return books;
    // Commits without a record of their own, where no record is missing.
    const missing = anchor.seq > seq ? anchor.seq - seq : anchor.commits - commits;
    const known = { ...books, anchorNumber: anchor.seq, until: localTime(anchor.at, timeZone) };
    return missing > 0 ? { ...known, missing } : known;
  }
}

type ShutVerdict = Extract<AnchorVerdict, { state: keyof typeof SHUT }>;

function isShut(verdict: AnchorVerdict): verdict is ShutVerdict {
  return verdict.state in SHUT;
}
