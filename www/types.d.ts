/** What the module returns, and the few shapes that the front end adds. Positions are UTF-16 code units. */

export type Side = "left" | "right";
export interface Span { start: number; end: number }

export type Kind = "person" | "organization" | "place" | "event" | "other";
export interface Mention { span: Span; kind: Kind; form: "name" | "demonym" | "nominal" | "pronoun"; entity: number | null; confidence: number; metonym: boolean; reason: string }
export interface Role { text: string; span: Span }
export interface Entity { name: string; kind: Kind; mentions: number[]; aliases: string[]; roles: Role[]; canonical: string | null }

export interface Interval { first: string; last: string }
export type Certainty = "stated" | "implied" | "vague" | "open" | "ambiguous" | "impossible";
export interface DatedEvent { clause: Span; verb: Span | null; label: string; actors: number[] }
export interface TimeExpression {
  span: Span; type: "DATE" | "TIME" | "DURATION" | "SET"; value: string; modifier: string | null; interval: Interval | null;
  anchor: { value: string; span: Span | null } | null; certainty: Certainty; stated: string[]; implied: string[];
  alternatives: string[]; event: DatedEvent | null; reason: string;
}

export type StatementKind = "direct" | "indirect" | "mixed" | "refusal";
export type SourceClass = "named-person" | "spokesperson" | "institution" | "document" | "unnamed" | "collective";
export interface Source { span: Span; mention: Span | null; entity: number | null; name: string; class: SourceClass }
export interface Cue { span: Span; lemma: string; act: string; negated: boolean; hedged: boolean }
export interface Statement {
  kind: StatementKind; content: Span[]; cue: Cue | null; source: Source | null; via: Source[]; addressee: Span | null;
  when: number | null; stance: boolean; confidence: number; reason: string;
}

export interface Figure {
  span: Span; kind: "count" | "percent" | "money" | "measure" | "rank" | "age"; low: number; high: number;
  exactness: "exact" | "about" | "at-least" | "at-most" | "range"; unit: string; counted: Span | null; noun: string; entity: number | null;
}

export type BlockKind = "date-line" | "headline" | "byline" | "caption" | "body" | "furniture";
export interface Block { span: Span; kind: BlockKind }
export interface Header {
  published: { span: Span; value: string } | null; headline: Span | null; byline: Span | null; outlet: Span | null;
  dateline: { span: Span; place: Span; agency: Span | null; date: Span | null } | null;
}

export interface Report {
  published: string | null; source: string | null; header: Header; blocks: Block[]; mentions: Mention[];
  entities: Entity[]; dates: TimeExpression[]; statements: Statement[]; figures: Figure[];
}

export type EventLabel = "same" | "related" | "different" | "unclear";
export interface EventReason { dimension: "actors" | "places" | "time" | "action" | "wording"; score: number | null; reason: string }
export interface SameEvent { label: EventLabel; score: number; reasons: EventReason[]; daysApart: number | null; later: Side | null; sentence: string }
export interface EntityLink { left: number | null; right: number | null; name: string; kind: Kind; score: number; reason: string; differences: string[] }
export interface TimelineEntry { interval: Interval | null; value: string; left: number[]; right: number[] }
export interface DiffStep { left: Span | null; right: Span | null; same: boolean }
export type StatementRelation = "verbatim" | "trimmed" | "altered" | "paraphrase" | "same-matter";
export interface StatementLink { left: number; right: number; relation: StatementRelation; diff: DiffStep[]; reason: string }
export type FigureRelation = "equal" | "compatible" | "differs" | "conflict";
export interface FigureLink { left: number; right: number; relation: FigureRelation; reason: string }
export interface Passage { left: Span; right: Span; words: number; edited: boolean; moved: boolean }
export interface SentenceLink { left: Span; right: Span; score: number }
export type FindingKind =
  | "figure-conflict" | "figure-differs" | "date-conflict" | "date-differs" | "negation" | "quote-altered" | "quote-shared"
  | "stance-differs" | "name-differs" | "speaker-only" | "told-only" | "passage-copied";
export interface Finding {
  id: string; kind: FindingKind; importance: number; title: string; reason: string; left: Span[]; right: Span[];
  question: string | null; dismissed: boolean;
}
export interface SideSummary {
  words: number; sharedPermille: number; entities: number; dates: number; statements: number; statementWords: number; figures: number;
}
export interface Comparison {
  version: number; sameEvent: SameEvent; entities: EntityLink[]; timeline: TimelineEntry[]; statements: StatementLink[];
  figures: FigureLink[]; passages: Passage[]; sentences: SentenceLink[]; findings: Finding[]; left: SideSummary; right: SideSummary;
}

export type EntityCorrection =
  | { action: "rename"; side: Side; mention: Span; name: string }
  | { action: "kind"; side: Side; mention: Span; kind: Kind }
  | { action: "merge"; side: Side; mention: Span; withSide: Side; with: Span }
  | { action: "split"; side: Side; mention: Span }
  | { action: "remove"; side: Side; mention: Span };
export interface Corrections {
  entities: EntityCorrection[]; leftPublished: string | null; rightPublished: string | null; dismissed: string[];
}

/** One report as it is handed in. */
export interface ReportInput { text: string; published?: string | null; source?: string | null; headline?: string | null }
export interface CompareInput { left: ReportInput; right: ReportInput; corrections?: Corrections }
/** What the module gives back. */
export interface ModuleResult { left: Report; right: Report; comparison: Comparison }
/** A result together with the texts that it speaks of. */
export interface Result extends ModuleResult { input: CompareInput }

/** What an annotation shows; also the unit of the legend. */
export type Layer =
  | "person" | "organization" | "place" | "event" | "other" | "date" | "direct" | "indirect" | "figure" | "passage" | "finding";

/** One thing marked in one text. */
export interface Annotation {
  key: string; side: Side; layer: Layer; spans: Span[];
  /** Annotations with the same group light together, in both texts. */
  group: string;
  /** Whether the group has something in the other report. */
  shared: boolean;
  /** Number of the item in its list of the report, or of the finding. */
  index: number;
  /** For findings: the number shown beside the text. */
  number?: number;
  findingKind?: FindingKind;
}

/** A stretch of text with one set of annotations (numbers into the list that was cut). */
export interface Segment { start: number; end: number; on: number[]; starts: number[] }

export interface EngineError extends Error { code: string; hint: string }
export interface ModuleExports {
  compare(options: CompareInput): ModuleResult;
  Job?: new (options: CompareInput) => { step(): number; finish(): ModuleResult; free(): void };
}
