// Every word that a reader sees, and the plurals and dates of English. Another language is another
// file of this shape.

/** @import { Certainty, EventLabel, FigureRelation, FindingKind, Kind, Layer, SourceClass, StatementKind, StatementRelation } from "../types.js" */
/** @typedef {typeof en} Words */

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** @param {number} n @param {string} one @param {string} [many] */
const plural = (n, one, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

/** @param {number} n */
const number = (n) => FORMAT.format(n);
const FORMAT = new Intl.NumberFormat("en");

/** @param {string} iso */
const parts = (iso) => {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return { year, month, day, name: MONTHS[month - 1] ?? "", weekday: DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? "" };
};

/** @param {string} iso */
const day = (iso) => {
  const d = parts(iso);
  return `${d.day} ${d.name} ${d.year}`;
};

/** Two days as people write them. @param {string} first @param {string} last */
const span = (first, last) => {
  if (first === last) return day(first);
  const a = parts(first), b = parts(last);
  // No text that speaks of years means the days at their ends.
  if (b.year - a.year > 1) return `${a.year}–${b.year}`;
  const lastOf = (/** @type {number} */ y, /** @type {number} */ m) => new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (a.day === 1 && b.day === lastOf(b.year, b.month)) {
    if (a.month === 1 && b.month === 12) return a.year === b.year ? String(a.year) : `${a.year}–${b.year}`;
    if (a.year === b.year) return a.month === b.month ? `${a.name} ${a.year}` : `${a.name} to ${b.name} ${a.year}`;
  }
  if (a.year === b.year && a.month === b.month) return `${a.day}–${b.day} ${a.name} ${a.year}`;
  if (a.year === b.year) return `${a.day} ${a.name} to ${b.day} ${b.name} ${a.year}`;
  return `${day(first)} to ${day(last)}`;
};

/** @type {Record<string, string>} */
const VAGUE = { PAST_REF: "some time ago", PRESENT_REF: "now", FUTURE_REF: "some time later" };

/** @type {Record<string, string>} */
const UNITS = { PY: "year", PM: "month", PW: "week", PD: "day", PTH: "hour", PTM: "minute", PTS: "second" };

/** A TIMEX3 value without days of the calendar, as people say it; empty where that would tell nothing. @param {string} value */
const reading = (value) => {
  const length = /^(PT?)([\dX]+)([YMWDHS])$/.exec(value), unit = length && UNITS[`${length[1]}${length[3]}`];
  if (unit) return /X/.test(length[2] ?? "") ? `some ${unit}s` : plural(Number(length[2]), unit);
  const weekday = /^XXXX-WXX-(\d)/.exec(value);
  if (weekday) return `a ${DAYS[Number(weekday[1]) % 7]}`;
  const [, month, date] = /^XXXX-(\d\d)(?:-(\d\d))?/.exec(value) ?? [];
  if (month) return `${date ? `${Number(date)} ` : ""}${MONTHS[Number(month) - 1] ?? ""}, the year not told`;
  return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : /^\d{4}$/.test(value) ? value : VAGUE[value] ?? "";
};

/** @type {Record<string, string>} */
const ROUGH = { START: "early", MID: "mid", END: "late", APPROX: "about" };

/** Days as the text means them: rough where it is rough. @param {{ value: string, modifier: string | null, interval: { first: string, last: string } | null }} date */
const when = ({ value, modifier, interval }) => {
  const decade = /^\d{3}(?=X?$)/.exec(value), how = ROUGH[modifier ?? ""], month = /^\d{4}-\d\d$/.test(value) ? parts(value) : null;
  const rough = decade ? `${decade}0s` : !how ? "" : month ? `${month.name} ${month.year}` : /^\d{4}$/.test(value) ? value : "";
  if (rough) return how ? `${how} ${rough}` : rough;
  return interval ? span(interval.first, interval.last) : "";
};

export const en = {
  number, plural, day, when, reading,
  /** Reasons of the module as sentences. @param {...string} reasons */
  sentences: (...reasons) => reasons.filter(Boolean).map((r) => r.slice(0, 1).toUpperCase() + r.slice(1) + (/[.!?…”"]$/.test(r) ? "" : ".")).join(" "),
  /** Dates of the calendar in a sentence of the module, written out. @param {string} text */
  dated: (text) => text.replace(/\b\d{4}-\d\d-\d\d\b/g, (iso) => day(iso)),
  /** @param {string} iso */
  weekday: (iso) => parts(iso).weekday,
  /** @param {string} iso */
  shortDay: (iso) => { const d = parts(iso); return `${d.day} ${d.name.slice(0, 3)} ${d.year}`; },
  /** @param {string} iso */
  tick: (iso, /** @type {"year" | "month" | "day"} */ unit) => {
    const d = parts(iso);
    return unit === "year" ? String(d.year) : unit === "month" ? (d.month === 1 ? `${d.name.slice(0, 3)} ${d.year}` : d.name.slice(0, 3)) : `${d.day} ${d.name.slice(0, 3)}`;
  },

  side: { left: "Left report", right: "Right report" },
  /** Within a sentence. */
  sideInside: { left: "left", right: "right" },

  layer: /** @satisfies {Record<Layer, string>} */ ({
    person: "People", organization: "Organisations", place: "Places", event: "Events", other: "Other names", date: "Dates",
    direct: "Quotations", indirect: "Reported speech", figure: "Figures", passage: "Shared wording", finding: "Findings",
  }),
  /** One thing of a layer. */
  one: { date: "Date", figure: "Figure" },
  kind: /** @satisfies {Record<Kind, string>} */ ({ person: "Person", organization: "Organisation", place: "Place", event: "Event", other: "Other name" }),
  finding: /** @satisfies {Record<FindingKind, string>} */ ({
    "figure-conflict": "Figures conflict", "figure-differs": "Figures differ", "date-conflict": "Dates conflict", "date-differs": "Dates differ",
    negation: "Said and negated", "actor-conflict": "Who did it differs", "quote-altered": "Quotation altered", "quote-shared": "Same statement", "stance-differs": "Stance differs",
    "name-differs": "Name or role differs", "detail-differs": "Detail differs", "speaker-only": "Heard in one only", "told-only": "Added by one", "passage-copied": "Shared passages",
    "same-matter": "On one matter", "names-shared": "Names in both",
  }),
  event: /** @satisfies {Record<EventLabel, string>} */ ({
    same: "The same event", related: "Related events", different: "Different events", unclear: "Cannot tell",
  }),
  dimension: { actors: "People and bodies", places: "Places", time: "Time", action: "What happened", wording: "Wording" },
  statement: /** @satisfies {Record<StatementKind, string>} */ ({ direct: "quoted", indirect: "in the report’s words", mixed: "partly quoted", refusal: "declined to speak" }),
  relation: /** @satisfies {Record<StatementRelation, string>} */ ({
    verbatim: "Word for word in both", trimmed: "Shortened in one", altered: "Wording differs", paraphrase: "Told in other words", "same-matter": "On one matter",
  }),
  figureRelation: /** @satisfies {Record<FigureRelation, string>} */ ({
    equal: "The same", compatible: "Both can hold", differs: "Differ", conflict: "Cannot both hold",
  }),
  source: /** @satisfies {Record<SourceClass, string>} */ ({
    "named-person": "named person", spokesperson: "spokesperson", institution: "institution", outlet: "news outlet", document: "document", unnamed: "not named", collective: "a group",
  }),
  certainty: /** @satisfies {Record<Certainty, string>} */ ({
    stated: "stated in full", implied: "worked out from the report’s date", vague: "vague in the text, left vague here",
    open: "the report’s date is not known", ambiguous: "can be read in more than one way", impossible: "no such day exists",
  }),

  element: {
    label: "Comparison of two reports",
    working: "Reading both reports…",
    cancel: "Cancel",
    cancelled: "Stopped. The texts are unchanged.",
    done: (/** @type {number} */ n) => (n === 0 ? "Compared. Nothing was found that differs or is shared." : `Compared. ${plural(n, "finding")}.`),
    retry: "Try again",
    sections: "Sections of the comparison",
  },

  section: { summary: "Summary", texts: "Both texts", names: "Names", timeline: "Timeline", statements: "Who says what", figures: "Figures", wording: "Wording" },

  summary: {
    question: "Is it the same event?",
    matters: "What matters most",
    nothing: "No difference or shared passage was found that would be worth pointing out.",
    why: "Why: five readings, weighed together",
    scores: "Reasons, one a dimension",
    leaning: { for: "speaks for one event", against: "speaks against", open: "not decisive alone", silent: "says nothing" },
    sure: { clear: "clear", fair: "fairly clear", open: "uncertain" },
    confidenceLabel: "Confidence in this answer",
    /** @param {number} n */
    all: (n) => `All ${number(n)} findings in the texts`,
    both: "both reports",
    disclaimer: "Crossread shows what the two texts say. It does not judge which is true, fair or better.",
    /** @param {number} n */
    dismissed: (n) => `${plural(n, "finding")} dismissed`,
    restore: "Bring back",
  },

  text: {
    notes: "Findings in the paragraph above",
    annotated: { left: "Left report, annotated", right: "Right report, annotated" },
    tabs: "Which report to show",
    help: "Arrow keys move from mark to mark, Enter opens one, C goes to its counterpart.",
    noDate: "no date found",
    hidden: (/** @type {number} */ n) => `${plural(n, "paragraph")} without a difference`,
    furniture: "Set aside: not part of the report",
    putBack: "Put back",
    kept: "Put back by you",
    setAside: "Set aside again",
    strip: { left: "Where findings stand in the left report", right: "Where findings stand in the right report" },
  },

  legend: {
    label: "What is marked",
    marks: "Marks",
    findings: "Findings",
    previous: "Previous finding",
    next: "Next finding",
    /** @param {number} at @param {number} of */
    position: (at, of) => (of === 0 ? "No findings" : at === 0 ? plural(of, "finding") : `${number(at)} of ${number(of)}`),
    differences: "Differences only",
    lock: "Scroll together",
    labels: "Labels",
    undo: "Undo", undoHint: "Undo correction",
    redo: "Redo", redoHint: "Redo correction",
  },

  card: {
    label: "Details",
    close: "Close",
    counterpart: "Go to the other report",
    none: { left: "Not in the left report", right: "Not in the right report" },
    noneInside: { left: "not in the left report", right: "not in the right report" },
    /** @param {number} here @param {number} there @param {string} side */
    counts: (here, there, side) => `${plural(here, "mention")} here, ${number(there)} in the ${side} report`,
    confidence: (/** @type {number} */ n) => `${n}% sure`,
    ask: "Worth asking",
    reading: "Read as",
    from: "Counted from",
    alternatives: "Could also be",
    aliases: "Also called",
    metonym: "The place stands for its government or institutions here.",
    saidBy: "Said by",
    noSource: "No source given",
    cue: "Cue",
    hedged: "hedged",
    negated: "negated",
    publishedLabel: "Date of the report",
    via: "by way of",
    to: "to",
    also: "Also here",
    countsOf: "Counts",
    dismiss: "Dismiss",
    more: "Correct",
    rename: "Rename",
    renameTo: "Name to show",
    kind: "Kind",
    merge: "Same as…",
    mergeWith: "Which name is it the same as?",
    /** @param {string} mention @param {number} n */
    onlyHere: (mention, n) => `Only “${mention}” here, not all ${plural(n, "mention")}`,
    /** @param {string} mention @param {string} name */
    split: (mention, name) => (mention === name ? `“${mention}” here is another` : `“${mention}” here is not ${name}`),
    /** @param {string} mention */
    remove: (mention) => `“${mention}” is not a name`,
    /** @param {string} side */
    unlink: (side) => `Not the one in the ${side} report`,
    apply: "Apply",
    previousMention: "Previous mention",
    nextMention: "Next mention",
    announce: (/** @type {string} */ what, /** @type {boolean} */ both) => `${what}${both ? ", in both reports" : ""}`,
  },

  names: {
    both: "In both",
    only: "Only in",
    filter: "Find a name",
    none: "No names were found.",
    noMatch: "No name matches.",
    columns: { name: "Name", left: "Left report", right: "Right report" },
    /** @param {number} n */
    mentions: (n) => plural(n, "mention"),
  },

  timeline: {
    none: "Neither report gives a date.",
    chart: "Dates of both reports on one line; the list below holds the same",
    zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Show all", earlier: "Earlier", later: "Later",
    vague: "Without a place on the line",
    undated: "Its own date is not known. Tell it, and what counts from it finds its place.",
    /** @param {string} name */
    published: (name) => `${name} published`,
    list: "The same as a list",
    shown: (/** @type {string} */ a, /** @type {string} */ b, /** @type {number} */ outside) => `Shown: ${a} to ${b}${outside > 0 ? `. ${plural(outside, "date")} outside` : ""}`,
  },

  statements: {
    none: "No statements were found.",
    /** @param {number} n */
    words: (n) => plural(n, "word"),
    /** @param {string[]} names */
    also: (names) => `also told as “${names.join("”, “")}”`,
    unnamed: "Voices without a name",
    unnamedCount: (/** @type {number} */ l, /** @type {number} */ r) => `${number(l)} in the left report, ${number(r)} in the right`,
    only: "Heard only in",
    noSource: "No source given",
  },

  figures: {
    none: "No figures were found.",
    unlinkedHead: "In one report only",
    noLinks: "No two figures of the reports count the same thing.",
    columns: { left: "Left report", right: "Right report", relation: "How they relate" },
    exactness: { exact: "", about: "about", "at-least": "at least", "at-most": "at most", range: "range" },
  },

  wording: {
    none: "No passage of some length stands in both reports.",
    /** @param {number} permille @param {string} side */
    share: (permille, side) => `${side} ${number(Math.round(permille / 10))}%`,
    shareIntro: "Words in shared passages",
    verbatim: "word for word",
    edited: "edited",
    moved: "in another place",
    removed: "only in the left report",
    added: "only in the right report",
  },

  export: {
    menu: "Save or share",
    markdown: "Markdown", markdownHint: "for notes and editors",
    csv: "Tables (CSV)", csvHint: "for a spreadsheet",
    tables: { findings: "Findings", names: "Names", statements: "Statements", figures: "Figures", dates: "Dates", corrections: "Your corrections" },
    json: "JSON", jsonHint: "everything, for programs",
    annotations: "Web annotations", annotationsHint: "findings with their places, after the W3C standard",
    failed: "The file could not be written. The comparison is unchanged; try again.",
    html: "Web page", htmlHint: "one file with both texts, opens anywhere",
    print: "Print", printHint: "or save as PDF; patterns stand in for colour",
    copy: "Copy summary", copyHint: "the summary as plain text",
    link: "Share link", linkHint: "the findings in the link itself, nothing is uploaded",
    copied: "Copied.",
    notCopied: "The browser did not allow copying. The text is selected below; copy it by hand.",
    fileName: "crossread",
    title: "Comparison of two reports",
    made: "Made with Crossread. It shows what the texts say and does not judge which is true.",
  },

  error: {
    kept: "Your texts are unchanged.",
    codes: /** @type {Record<string, { message: string, hint: string }>} */ ({
      "wasm-missing": { message: "The comparing part of Crossread could not be loaded.", hint: "Check the connection and try again. If you embed Crossread, check that wasm-src leads to the .wasm file." },
      "wasm-blocked": { message: "This page’s content security policy does not allow WebAssembly.", hint: "The site must send: Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'" },
      "wasm-unsupported": { message: "This browser cannot run WebAssembly.", hint: "Use a browser from the last five years, with WebAssembly turned on." },
      trap: { message: "The comparing part stopped on these texts and was started anew.", hint: "Try again. If it stops once more, shorten one of the texts." },
      "too-long": { message: "A text is too long.", hint: "Paste the report alone." },
      empty: { message: "One of the texts is empty.", hint: "Paste a news report." },
      "bad-option": { message: "A setting has a value that it cannot have.", hint: "Check the date of the report." },
      "bad-input": { message: "The reports could not be handed over.", hint: "Paste each report as text." },
      "no-storage": { message: "This browser does not keep drafts here.", hint: "Save the reports in files, or allow storage for this page." },
    }),
    /** For a fault without a message of its own. */
    unknown: { message: "Something went wrong.", hint: "Try again." },
  },
};
