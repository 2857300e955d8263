/* tslint:disable */
/* eslint-disable */

/** What `compare` returns: both reports, and what stands between them. */
export interface ComparisonResult {
    left: Report;
    right: Report;
    comparison: Comparison;
}

/** Why a call was refused: `empty`, `too-long` and `bad-option` for the text or an option, `bad-input` for the
 *  object itself, `no-storage` where the browser keeps nothing. */
export type CrossreadErrorCode = "empty" | "too-long" | "bad-option" | "bad-input" | "no-storage";

/** The error that the functions here throw. */
export interface CrossreadError extends Error {
    name: "CrossreadError";
    code: CrossreadErrorCode;
    /** What to do about it, in one sentence. */
    hint: string;
    /** The report it is about, where it is about one. */
    side: Side | null;
}



/**
 * A half-open range `start..end` of bytes into the text of one report. Both ends lie on character
 * boundaries. At the JavaScript boundary the same type carries UTF-16 code units.
 */
export interface Span {
    /**
     * Offset of the first byte.
     */
    start: number;
    /**
     * Offset just past the last byte.
     */
    end: number;
}

/**
 * A passage that one report has from the other or both from a third.
 */
export interface Passage {
    /**
     * Where it stands in the left report.
     */
    left: Span;
    /**
     * Where it stands in the right report.
     */
    right: Span;
    /**
     * Shared words.
     */
    words: number;
    /**
     * Whether words were changed inside it.
     */
    edited: boolean;
    /**
     * Whether it stands in another order among the other passages.
     */
    moved: boolean;
    /**
     * Word diff, where words were changed inside it.
     */
    diff: DiffStep[];
}

/**
 * A report's date whose order of day and month the text does not tell.
 */
export interface AmbiguousDate {
    /**
     * Where the text states it.
     */
    span: Span;
    /**
     * The days that it can mean; ISO 8601 at the boundary.
     */
    values: string[];
}

/**
 * A statement that stands in both reports, or two on one matter by one source.
 */
export interface StatementLink {
    /**
     * Number in the left report.
     */
    left: number;
    /**
     * Number in the right report.
     */
    right: number;
    /**
     * How they relate.
     */
    relation: StatementRelation;
    /**
     * Word diff of the contents, for relations that share wording.
     */
    diff: DiffStep[];
    /**
     * Why they are set side by side, in plain words.
     */
    reason: string;
}

/**
 * A time on which one or both reports tell something.
 */
export interface TimelineEntry {
    /**
     * The days; `None` for dates that stay open or vague.
     */
    interval: Interval | null;
    /**
     * TIMEX3 value.
     */
    value: string;
    /**
     * Numbers of the dates in the left report.
     */
    left: number[];
    /**
     * Numbers of the dates in the right report.
     */
    right: number[];
}

/**
 * An entity in both reports, or in one only.
 */
export interface EntityLink {
    /**
     * Number in the left report.
     */
    left: number | null;
    /**
     * Number in the right report.
     */
    right: number | null;
    /**
     * The name to show for both.
     */
    name: string;
    /**
     * The kind to show for both.
     */
    kind: Kind;
    /**
     * How sure the link is, in percent (100 where there is nothing to link).
     */
    score: number;
    /**
     * Why they are held to be one, in plain words.
     */
    reason: string;
    /**
     * What differs in name, spelling or description, in plain words.
     */
    differences: string[];
}

/**
 * Days from `first` to `last`, both included.
 */
export interface Interval {
    /**
     * First day.
     */
    first: string;
    /**
     * Last day.
     */
    last: string;
}

/**
 * Everything [`compare`](crate::compare::compare) finds.
 */
export interface Comparison {
    /**
     * Version of this structure.
     */
    version: number;
    /**
     * Whether both tell of one event.
     */
    sameEvent: SameEvent;
    /**
     * Entities: in both first, then left only, then right only.
     */
    entities: EntityLink[];
    /**
     * One timeline of both, earliest first, then what has no place on it.
     */
    timeline: TimelineEntry[];
    /**
     * Statements that belong together.
     */
    statements: StatementLink[];
    /**
     * Who makes them: heard in both reports first, then in the left, then in the right report only.
     */
    speakers: Speaker[];
    /**
     * Figures that belong together.
     */
    figures: FigureLink[];
    /**
     * Passages taken over.
     */
    passages: Passage[];
    /**
     * Sentences that tell the same.
     */
    sentences: SentenceLink[];
    /**
     * Findings, most important first.
     */
    findings: Finding[];
    /**
     * The left report in numbers.
     */
    left: SideSummary;
    /**
     * The right report in numbers.
     */
    right: SideSummary;
}

/**
 * How a mention refers.
 */
export type MentionForm = "name" | "demonym" | "nominal" | "pronoun";

/**
 * How exactly a figure is given.
 */
export type Exactness = "exact" | "about" | "at-least" | "at-most" | "range";

/**
 * How far a value can be trusted.
 */
export type Certainty = "stated" | "implied" | "vague" | "open" | "ambiguous" | "impossible";

/**
 * How much of one report stands in the other, and what there is of each list.
 */
export interface SideSummary {
    /**
     * Words of the report's body.
     */
    words: number;
    /**
     * Words in shared passages, in permille.
     */
    sharedPermille: number;
    /**
     * Entities.
     */
    entities: number;
    /**
     * Dates.
     */
    dates: number;
    /**
     * Statements.
     */
    statements: number;
    /**
     * Words in statements.
     */
    statementWords: number;
    /**
     * Figures.
     */
    figures: number;
}

/**
 * How one dimension speaks for or against one event.
 */
export interface EventReason {
    /**
     * Which dimension.
     */
    dimension: Dimension;
    /**
     * 0 (against) to 100 (for); `None` where a report says nothing of it.
     */
    score: number | null;
    /**
     * Which way that leans.
     */
    leaning: Leaning;
    /**
     * In plain words.
     */
    reason: string;
}

/**
 * How sure an answer is.
 */
export type Sureness = "clear" | "fair" | "open";

/**
 * How the words of a statement are given.
 */
export type StatementKind = "direct" | "indirect" | "mixed" | "refusal";

/**
 * How two figures relate.
 */
export type FigureRelation = "equal" | "compatible" | "differs" | "conflict";

/**
 * How two statements relate.
 */
export type StatementRelation = "verbatim" | "trimmed" | "altered" | "paraphrase" | "same-matter";

/**
 * One correction of an entity. Entities are referred to by a mention's span, which survives
 * recomputing.
 */
export type EntityCorrection = { action: "rename"; side: Side; mention: Span; name: string } | { action: "kind"; side: Side; mention: Span; kind: Kind } | { action: "merge"; side: Side; mention: Span; withSide: Side; with: Span } | { action: "split"; side: Side; mention: Span } | { action: "remove"; side: Side; mention: Span };

/**
 * One figure.
 */
export interface Figure {
    /**
     * The number with its unit and its "at least", without what it counts.
     */
    span: Span;
    /**
     * What it measures.
     */
    kind: FigureKind;
    /**
     * Its value; the lower end of a range.
     */
    low: number;
    /**
     * Its value; the upper end of a range.
     */
    high: number;
    /**
     * How exactly it is given.
     */
    exactness: Exactness;
    /**
     * ISO 4217 currency, unit of measure, "%", or empty.
     */
    unit: string;
    /**
     * The noun phrase that it counts, "older houses in Lower Rossby".
     */
    counted: Span | null;
    /**
     * Head noun of what it counts in its dictionary form, "troop".
     */
    noun: string;
    /**
     * What is said of what it counts, as a stem: "kill" for "36 dead", "killing 36", "36 people
     * died"; "carri" for "carrying 312 passengers". Empty where nothing is.
     */
    state: string;
    /**
     * Number of the entity that it belongs to, where the text tells.
     */
    entity: number | null;
}

/**
 * One of the two reports.
 */
export type Side = "left" | "right";

/**
 * One paragraph or part of the header or tail.
 */
export interface Block {
    /**
     * From its first token's start to its last token's end.
     */
    span: Span;
    /**
     * What it is.
     */
    kind: BlockKind;
}

/**
 * One person, organization, place, event or other named thing of one report.
 */
export interface Entity {
    /**
     * Its fullest name in the report.
     */
    name: string;
    /**
     * Its kind.
     */
    kind: Kind;
    /**
     * Numbers of its mentions in [`crate::Report::mentions`], in text order.
     */
    mentions: number[];
    /**
     * Other forms in which the report names it, most frequent first.
     */
    aliases: string[];
    /**
     * What the report calls it, in text order, each once.
     */
    roles: Role[];
    /**
     * A name that does not depend on the report where a list knows one ("North Korea" for
     * "Pyongyang's", "DPRK", "the North"): countries and a few bodies.
     */
    canonical: string | null;
}

/**
 * One report to be read.
 */
export interface ReportInput {
    /**
     * The report as pasted.
     */
    text?: string;
    /**
     * Its date, `YYYY-MM-DD`; overrides what the text states.
     */
    published?: string | null;
    /**
     * Its outlet; overrides what the text states.
     */
    source?: string | null;
    /**
     * Its headline; overrides what the text states.
     */
    headline?: string | null;
    /**
     * Longest text that is read, in bytes of UTF-8 (16 MiB).
     */
    maxBytes?: number | null;
    /**
     * Whether beliefs, hopes and intentions are kept among the statements (no).
     */
    stances?: boolean | null;
}

/**
 * One report, read.
 */
export interface Report {
    /**
     * The report's own date: from the options, else from the text.
     */
    published: string | null;
    /**
     * The outlet: from the options, else from the text.
     */
    source: string | null;
    /**
     * The headline: from the options, else from the text.
     */
    headline: string | null;
    /**
     * What the top and the tail of the paste tell.
     */
    header: Header;
    /**
     * Paragraphs and the parts of header and tail.
     */
    blocks: Block[];
    /**
     * Mentions in text order.
     */
    mentions: Mention[];
    /**
     * Entities in order of first mention.
     */
    entities: Entity[];
    /**
     * Temporal expressions in text order.
     */
    dates: TimeExpression[];
    /**
     * Statements in text order.
     */
    statements: Statement[];
    /**
     * Figures in text order.
     */
    figures: Figure[];
}

/**
 * One statement that the report attributes to someone.
 */
export interface Statement {
    /**
     * Direct, mixed, indirect, or a refusal.
     */
    kind: StatementKind;
    /**
     * What was said, in text order; more than one where the cue interrupts it. Quotation marks of
     * direct speech are included. Empty for a refusal.
     */
    content: Span[];
    /**
     * The cue; `None` where quotation marks alone carry the attribution.
     */
    cue: Cue | null;
    /**
     * The source; `None` for an orphan quote.
     */
    source: Source | null;
    /**
     * From whom the source has it or through whom it reached the report ("The Herald reported that
     * the ministry said"), nearest first.
     */
    via: Source[];
    /**
     * To whom it was said ("told Agence France-Presse").
     */
    addressee: Span | null;
    /**
     * Number of the date in [`crate::Report::dates`] on which it was said.
     */
    when: number | null;
    /**
     * Whether it is a belief, hope or intention and not an utterance (kept only on request).
     */
    stance: boolean;
    /**
     * How sure the reading is, in percent.
     */
    confidence: number;
    /**
     * Why it is read so, in plain words.
     */
    reason: string;
}

/**
 * One step of a word diff.
 */
export interface DiffStep {
    /**
     * The words in the left report; empty where only the right has words here.
     */
    left: Span | null;
    /**
     * The words in the right report.
     */
    right: Span | null;
    /**
     * Whether both are the same words.
     */
    same: boolean;
}

/**
 * One stretch of text that refers to an entity.
 */
export interface Mention {
    /**
     * Where it stands, without articles, titles and possessive endings.
     */
    span: Span;
    /**
     * The kind of what it refers to.
     */
    kind: Kind;
    /**
     * How it refers.
     */
    form: MentionForm;
    /**
     * Number of its entity in [`crate::Report::entities`]; `None` where the text leaves it open.
     */
    entity: number | null;
    /**
     * How sure the reading is, in percent.
     */
    confidence: number;
    /**
     * Whether a place stands for its government or institutions ("Washington's envoy").
     */
    metonym: boolean;
    /**
     * Why it is read so, in plain words.
     */
    reason: string;
}

/**
 * One temporal expression with its meaning, after TimeML's TIMEX3.
 */
export interface TimeExpression {
    /**
     * Its extent.
     */
    span: Span;
    /**
     * Its type.
     */
    type: TimexType;
    /**
     * TIMEX3 value, "2019-12-20", "2019-W12", "P2D", "PAST_REF".
     */
    value: string;
    /**
     * TIMEX3 modifier: "START", "MID", "END", "APPROX", "LESS_THAN", ...
     */
    modifier: string | null;
    /**
     * The days that it covers, where they are known.
     */
    interval: Interval | null;
    /**
     * The whole stretch where this is one end of it: "from Monday to Wednesday".
     */
    range: Interval | null;
    /**
     * What it was counted from.
     */
    anchor: Anchor | null;
    /**
     * How far the value can be trusted.
     */
    certainty: Certainty;
    /**
     * Components that the text states: "year", "month", "day", "weekday", "hour", ...
     */
    stated: string[];
    /**
     * Components that follow from the anchor.
     */
    implied: string[];
    /**
     * Whether it is an adjective that only places its noun in time: "former", "current".
     */
    attributive: boolean;
    /**
     * Other readings, as TIMEX3 values.
     */
    alternatives: string[];
    /**
     * What happened then.
     */
    event: DatedEvent | null;
    /**
     * Why it is read so, in plain words.
     */
    reason: string;
}

/**
 * One thing worth looking at, with its evidence.
 */
export interface Finding {
    /**
     * Stable name: the same reports give the same names, so that corrections can refer to it.
     */
    id: string;
    /**
     * What it is about.
     */
    kind: FindingKind;
    /**
     * 0 to 100; findings come most important first.
     */
    importance: number;
    /**
     * The finding in one short sentence.
     */
    title: string;
    /**
     * Why it is shown, in plain words.
     */
    reason: string;
    /**
     * Evidence in the left report.
     */
    left: Span[];
    /**
     * Evidence in the right report.
     */
    right: Span[];
    /**
     * A question worth asking, where the finding raises one.
     */
    question: string | null;
    /**
     * Whether the reader dismissed it.
     */
    dismissed: boolean;
}

/**
 * One voice and what it says in both reports.
 */
export interface Speaker {
    /**
     * The name to show; empty where the text gives no source.
     */
    name: string;
    /**
     * Other names and descriptions to which a report ascribes what the other ascribes to this one.
     */
    also: string[];
    /**
     * Who it is; `None` where the text gives no source.
     */
    class: SourceClass | null;
    /**
     * Numbers of the statements in the left report.
     */
    left: number[];
    /**
     * Numbers of the statements in the right report.
     */
    right: number[];
    /**
     * Words that the left report gives to the speaker.
     */
    leftWords: number;
    /**
     * Words that the right report gives to the speaker.
     */
    rightWords: number;
}

/**
 * Text that belongs to its report although it looks like page furniture.
 */
export interface Kept {
    /**
     * In which report.
     */
    side: Side;
    /**
     * The block or blocks.
     */
    span: Span;
}

/**
 * The answer to "is this the same event?".
 */
export interface SameEvent {
    /**
     * The answer.
     */
    label: EventLabel;
    /**
     * 0 (certainly different) to 1000 (certainly the same).
     */
    score: number;
    /**
     * How sure the answer is.
     */
    sureness: Sureness;
    /**
     * The reasons, one a dimension, in fixed order.
     */
    reasons: EventReason[];
    /**
     * Days from the left report's date to the right one's, where both are known.
     */
    daysApart: number | null;
    /**
     * The later report, where known.
     */
    later: Side | null;
    /**
     * The answer in one sentence, hedged where it is not clear.
     */
    sentence: string;
}

/**
 * The date on which a report was published, as found in its text.
 */
export interface ReportDate {
    /**
     * Where the text states it.
     */
    span: Span;
    /**
     * The day; ISO 8601 at the boundary, `2019-12-20`.
     */
    value: string;
}

/**
 * The four types of TIMEX3.
 */
export type TimexType = "DATE" | "TIME" | "DURATION" | "SET";

/**
 * The words that attribute: "said", "according to", "a statement".
 */
export interface Cue {
    /**
     * Where it stands.
     */
    span: Span;
    /**
     * Its dictionary form, "say".
     */
    lemma: string;
    /**
     * What the source does.
     */
    act: SpeechAct;
    /**
     * Whether it is negated ("did not say").
     */
    negated: boolean;
    /**
     * Whether it is hedged ("reportedly", "appeared to say").
     */
    hedged: boolean;
}

/**
 * Two figures that count the same thing.
 */
export interface FigureLink {
    /**
     * Number in the left report.
     */
    left: number;
    /**
     * Number in the right report.
     */
    right: number;
    /**
     * How they relate.
     */
    relation: FigureRelation;
    /**
     * Why they are set side by side, in plain words.
     */
    reason: string;
}

/**
 * Two reports to be compared, with the reader's corrections.
 */
export interface ComparisonInput {
    /**
     * The first report.
     */
    left?: ReportInput;
    /**
     * The second report.
     */
    right?: ReportInput;
    /**
     * What the reader corrected.
     */
    corrections?: Corrections | null;
}

/**
 * Two sentences that tell the same.
 */
export interface SentenceLink {
    /**
     * The sentence in the left report.
     */
    left: Span;
    /**
     * The sentence in the right report.
     */
    right: Span;
    /**
     * How alike they are, in percent.
     */
    score: number;
}

/**
 * What a [`Block`] is.
 */
export type BlockKind = "date-line" | "headline" | "byline" | "caption" | "body" | "furniture";

/**
 * What a figure measures.
 */
export type FigureKind = "count" | "percent" | "money" | "measure" | "rank" | "age";

/**
 * What a finding is about.
 */
export type FindingKind = "figure-conflict" | "figure-differs" | "date-conflict" | "date-differs" | "negation" | "actor-conflict" | "quote-altered" | "quote-shared" | "stance-differs" | "name-differs" | "detail-differs" | "speaker-only" | "told-only" | "passage-copied" | "same-matter" | "names-shared";

/**
 * What a reason of the same-event answer speaks of.
 */
export type Dimension = "actors" | "places" | "time" | "action" | "wording";

/**
 * What a relative expression is counted from.
 */
export interface Anchor {
    /**
     * TIMEX3 value of the anchor.
     */
    value: string;
    /**
     * Where the anchor stands in the text; `None` where the reader set it.
     */
    span: Span | null;
}

/**
 * What a report calls an entity: "British trade envoy for Asia".
 */
export interface Role {
    /**
     * The words of the role, white space folded.
     */
    text: string;
    /**
     * Where they stand.
     */
    span: Span;
}

/**
 * What a source does by saying it.
 */
export type SpeechAct = "states" | "claims" | "denies" | "warns" | "promises" | "orders" | "asks" | "declines";

/**
 * What happened at a date: the clause that the date modifies.
 */
export interface DatedEvent {
    /**
     * The clause.
     */
    clause: Span;
    /**
     * Its main verb.
     */
    verb: Span | null;
    /**
     * A short text for a timeline, "the envoy arrived in Oslo".
     */
    label: string;
    /**
     * Numbers of the entities that take part.
     */
    actors: number[];
}

/**
 * What kind of thing a name stands for.
 */
export type Kind = "person" | "organization" | "place" | "event" | "other";

/**
 * What the reader corrected, as data that exports and links keep.
 */
export interface Corrections {
    /**
     * Corrections of entities, in the order in which they were made.
     */
    entities?: EntityCorrection[];
    /**
     * The left report's date, `YYYY-MM-DD`.
     */
    leftPublished?: string | null;
    /**
     * The right report's date.
     */
    rightPublished?: string | null;
    /**
     * Names of dismissed findings.
     */
    dismissed?: string[];
    /**
     * Page furniture that was put back into its report.
     */
    kept?: Kept[];
}

/**
 * What the top and the tail of a paste tell about the report. Spans point into the text.
 */
export interface Header {
    /**
     * The report's own date, where the text states one.
     */
    published: ReportDate | null;
    /**
     * A date of the report that can be read in more than one way ("03/04/2020"). Then
     * [`Header::published`] is empty, and the reader can be asked.
     */
    ambiguous: AmbiguousDate | null;
    /**
     * The headline.
     */
    headline: Span | null;
    /**
     * The byline's names, without "By".
     */
    byline: Span | null;
    /**
     * The outlet or agency, from the dateline, a byline or a credit.
     */
    outlet: Span | null;
    /**
     * The dateline.
     */
    dateline: Dateline | null;
}

/**
 * Where (and when) a report was filed: `KYIV, Ukraine (AP) —`.
 */
export interface Dateline {
    /**
     * The whole dateline with its dash or bullet.
     */
    span: Span;
    /**
     * The place as written, "KYIV, Ukraine". Empty where only an agency is given ("(CNN) —").
     */
    place: Span;
    /**
     * The agency, "AP".
     */
    agency: Span | null;
    /**
     * A day given in the dateline, "March 26".
     */
    date: Span | null;
}

/**
 * Whether the two reports tell of one event.
 */
export type EventLabel = "same" | "related" | "different" | "unclear";

/**
 * Which way a reason leans.
 */
export type Leaning = "for" | "against" | "open" | "silent";

/**
 * Who a source is, as far as the words tell.
 */
export type SourceClass = "named-person" | "spokesperson" | "institution" | "outlet" | "document" | "unnamed" | "collective";

/**
 * Who said it.
 */
export interface Source {
    /**
     * The noun phrase or pronoun in the text.
     */
    span: Span;
    /**
     * The antecedent of a pronoun or short description, where the text supports one.
     */
    mention: Span | null;
    /**
     * Number of the entity in [`crate::Report::entities`].
     */
    entity: number | null;
    /**
     * A name to show: the entity's, else the words of the span.
     */
    name: string;
    /**
     * Who it is.
     */
    class: SourceClass;
}


/**
 * A comparison in slices, so that a page that cannot use a worker stays responsive: `step` until it
 * returns 100, then `finish`. A report that the call before has read is not read again.
 */
export class Job {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The result; does what is left of the work first.
     */
    finish(): ComparisonResult;
    /**
     * Takes the input.
     */
    constructor(input: ComparisonInput);
    /**
     * Does one slice; returns the share done, 0 to 100.
     */
    step(): number;
}

declare function __wbg_reset_state(): void;

/**
 * Reads one report.
 */
export function analyze(input: ReportInput): Report;

/**
 * Reads two reports and compares them.
 */
export function compare(input: ComparisonInput): ComparisonResult;

/**
 * A line of predictions for a line of documents, as the native `evaluate predict` writes it.
 */
export function evaluate(line: string): string;

/**
 * A verdict on two lines of documents, as the native `evaluate pairs` writes it.
 */
export function evaluatePair(a: string, b: string): string;

/**
 * The comparison as a file: `markdown`, `json`, `annotations` (Web Annotation), or one of the tables (CSV) `findings`,
 * `names`, `dates`, `statements`, `figures`, `corrections`. What the last comparison read is not read again.
 */
export function exportAs(input: ComparisonInput, format: string): string;

/**
 * Deletes the draft.
 */
export function forgetDraft(): void;

/**
 * The draft kept in this browser, or `null`.
 */
export function loadDraft(): ComparisonInput | null;

/**
 * Starts the module anew before its next call. The way back after a trap: memory may be half
 * written then, and every [`Job`] is lost.
 */
export function restart(): void;

/**
 * Keeps what the reader typed in this browser. A page calls it only if the reader asked for it.
 */
export function saveDraft(input: ComparisonInput): void;

/**
 * The version of Crossread.
 */
export function version(): string;

