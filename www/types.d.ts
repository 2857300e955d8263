/** What the module returns comes from the generated declarations; here are the shapes that the front end adds.
 *  Positions are UTF-16 code units. */

import type * as Module from "./crossread.js";

export type {
  Block, BlockKind, Certainty, Comparison, Cue, DatedEvent, DiffStep, Entity, EntityCorrection, EntityLink, EventLabel,
  EventReason, Figure, FigureLink, FigureRelation, Finding, FindingKind, Header, Interval, Kind, Mention, Passage, Report, Role,
  SameEvent, SentenceLink, Side, SideSummary, Source, SourceClass, Span, Speaker, Statement, StatementKind, StatementLink, StatementRelation,
  TimeExpression, TimelineEntry,
} from "./crossread.js";

type Comparison = Module.Comparison;
type FindingKind = Module.FindingKind;
type Report = Module.Report;
type Side = Module.Side;
type Span = Module.Span;

/** What the reader corrected, with every list there. */
export type Corrections = Required<Module.Corrections>;

/** One report as it is handed in; date, outlet and headline override what the text tells. */
export interface ReportInput { text: string; published?: string | null; source?: string | null; headline?: string | null }
export interface CompareInput { left: ReportInput; right: ReportInput; corrections?: Corrections }
/** What the module gives back. */
export interface ModuleResult { left: Report; right: Report; comparison: Comparison }
/** A result together with the texts that it speaks of. */
export interface Result extends ModuleResult { input: CompareInput }

/** What an annotation shows; also the unit of the legend. */
export type Layer =
  | "person" | "organization" | "place" | "event" | "other" | "date" | "direct" | "indirect" | "figure" | "passage" | "finding";

/** The list that an annotation's item stands in, of its report or of the comparison. */
export type List = "mention" | "date" | "statement" | "figure" | "passage" | "finding";

/** One thing marked in one text. */
export interface Annotation {
  key: string; side: Side; layer: Layer; list: List; spans: Span[];
  /** Annotations with the same group light together, in both texts. */
  group: string;
  /** Whether the group has something in the other report. */
  shared: boolean;
  /** Number of the item in its list. */
  index: number;
  /** For findings: the name, the number shown beside the text, and the kind. */
  id?: string;
  number?: number;
  findingKind?: FindingKind;
}

/** A stretch of text with one set of annotations (numbers into the list that was cut). */
export interface Segment { start: number; end: number; on: number[]; starts: number[] }

export interface EngineError extends Error { code: string; hint: string }
export interface ModuleExports {
  compare(options: CompareInput): ModuleResult;
  exportAs(options: CompareInput, format: string): string;
  Job: new (options: CompareInput) => { step(): number; finish(): ModuleResult; free(): void };
}
