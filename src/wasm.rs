//! The boundary to JavaScript, and the only file that knows of it.
//!
//! In: one options object. Out: one plain result object, made for `JSON.stringify` and
//! `structuredClone`: absent values are `null`, nothing is a `Map`. Positions become UTF-16 code units
//! here, once; a lone surrogate in the text counts as one unit, as it does in JavaScript. What can be
//! refused throws an `Error` with `code`, `message` and `hint`.
//!
//! Besides the two calls there is what a page needs around them: a [`Job`] that works in slices and reads again only
//! what changed, and drafts. The TypeScript declarations come from the
//! types here and in the layers.

use crate::analysis::{Analysis, Options, Report, Stage, analyze as read_report};
use crate::compare::{Compared, Comparing, Comparison, Corrections, Side, VERSION};
use crate::error::Error;
use crate::export::{Both, Input, SCHEMA, Table, annotations, csv, markdown, prediction, verdict};
use crate::text::{EachSpan, Positions, Unit};
use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// One report to be read.
#[derive(Debug, Clone, Default, Serialize, Deserialize, tsify::Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ReportInput {
    /// The report as pasted.
    #[serde(default)]
    text: String,
    /// Its date, `YYYY-MM-DD`; overrides what the text states.
    #[serde(default)]
    published: Option<String>,
    /// Its outlet; overrides what the text states.
    #[serde(default)]
    source: Option<String>,
    /// Its headline; overrides what the text states.
    #[serde(default)]
    headline: Option<String>,
    /// Longest text that is read, in bytes of UTF-8 (16 MiB).
    #[serde(default)]
    max_bytes: Option<u32>,
    /// Whether beliefs, hopes and intentions are kept among the statements (no).
    #[serde(default)]
    stances: Option<bool>,
}

/// Two reports to be compared, with the reader's corrections.
#[derive(Debug, Clone, Default, Serialize, Deserialize, tsify::Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonInput {
    /// The first report.
    #[serde(default)]
    left: ReportInput,
    /// The second report.
    #[serde(default)]
    right: ReportInput,
    /// What the reader corrected.
    #[serde(default)]
    corrections: Option<Corrections>,
}

#[wasm_bindgen(typescript_custom_section)]
const DECLARATIONS: &str = r#"
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

"#;

#[wasm_bindgen]
extern "C" {
    /// A [`ReportInput`] as JavaScript gives it.
    #[wasm_bindgen(typescript_type = "ReportInput")]
    #[derive(Debug)]
    pub type JsReportInput;
    /// A [`ComparisonInput`] as JavaScript gives it.
    #[wasm_bindgen(typescript_type = "ComparisonInput")]
    #[derive(Debug)]
    pub type JsComparisonInput;
    /// A [`Report`] as JavaScript gets it.
    #[wasm_bindgen(typescript_type = "Report")]
    #[derive(Debug)]
    pub type JsReport;
    /// Two reports and a [`Comparison`] as JavaScript gets them.
    #[wasm_bindgen(typescript_type = "ComparisonResult")]
    #[derive(Debug)]
    pub type JsComparisonResult;
    /// A draft as JavaScript gets it.
    #[wasm_bindgen(typescript_type = "ComparisonInput | null")]
    #[derive(Debug)]
    pub type JsDraft;
}

/// The version of Crossread.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Reads one report.
#[wasm_bindgen]
pub fn analyze(input: &JsReportInput) -> Result<JsReport, JsValue> {
    let (text, options) = from_js::<ReportInput>(input)?.split(None);
    let mut report = read_report(&text, &options).map_err(|e| refused(&e, None))?;
    Ok(report_to_js(&mut report)?.unchecked_into())
}

/// Reads two reports and compares them.
#[wasm_bindgen]
pub fn compare(input: &JsComparisonInput) -> Result<JsComparisonResult, JsValue> {
    Job::new(input)?.finish()
}

/// A comparison in slices, so that a page that cannot use a worker stays responsive: `step` until it
/// returns 100, then `finish`. A report that the call before has read is not read again.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Job {
    left: Half,
    right: Half,
    corrections: Corrections,
    work: Work,
}

/// One side of a job.
#[derive(Debug)]
enum Half {
    Reading(Options, Box<Analysis>),
    Read(Rc<Read>),
}

/// A report, the options that it was read under, and the same in JavaScript.
#[derive(Debug)]
struct Read {
    options: Options,
    report: Rc<Report>,
    js: JsValue,
}

/// How far a job has come once both reports are read.
#[derive(Debug)]
enum Work {
    Begun,
    Comparing(Box<Comparing<Rc<Report>>>),
    Compared(Box<Compared>),
    Done(JsComparisonResult),
}

thread_local! {
    /// What the last comparison read, left and right: while a reader types in one box, or corrects
    /// the result, the other report stays as it is.
    static LAST: RefCell<Vec<Rc<Read>>> = const { RefCell::new(Vec::new()) };
}

#[wasm_bindgen]
impl Job {
    /// Takes the input.
    #[wasm_bindgen(constructor)]
    pub fn new(input: &JsComparisonInput) -> Result<Self, JsValue> {
        let input: ComparisonInput = from_js(input)?;
        let corrections = in_bytes(input.corrections.unwrap_or_default(), &input.left.text, &input.right.text);
        let (left, left_options) = input.left.split(Some((Side::Left, &corrections)));
        let (right, right_options) = input.right.split(Some((Side::Right, &corrections)));
        Ok(Self {
            corrections,
            left: Half::new(&left, left_options).map_err(|e| refused(&e, Some(Side::Left)))?,
            right: Half::new(&right, right_options).map_err(|e| refused(&e, Some(Side::Right)))?,
            work: Work::Begun,
        })
    }

    /// Does one slice; returns the share done, 0 to 100.
    pub fn step(&mut self) -> Result<u32, JsValue> {
        let (left, right) = match (&mut self.left, &mut self.right) {
            (half @ Half::Reading(..), _) | (_, half @ Half::Reading(..)) => {
                half.step()?;
                return Ok((self.left.slices() + self.right.slices()) * 9);
            }
            (Half::Read(left), Half::Read(right)) => (left, right),
        };
        let (work, done) = match std::mem::replace(&mut self.work, Work::Begun) {
            Work::Begun => {
                LAST.set(vec![left.clone(), right.clone()]);
                let comparing = Comparing::new(left.report.clone(), right.report.clone(), self.corrections.clone());
                (Work::Comparing(Box::new(comparing)), 91)
            }
            Work::Comparing(mut comparing) => {
                if comparing.step() {
                    let done = 91 + comparing.slices();
                    (Work::Comparing(comparing), done)
                } else {
                    (Work::Compared(Box::new(comparing.finish())), 98)
                }
            }
            Work::Compared(compared) => {
                let Compared { left: left_corrected, right: right_corrected, comparison } = *compared;
                let comparison = comparison_to_js(comparison, &left.report.document.text, &right.report.document.text)?;
                let result = js_sys::Object::new();
                set(&result, "left", &left.to_js(left_corrected)?);
                set(&result, "right", &right.to_js(right_corrected)?);
                set(&result, "comparison", &comparison);
                (Work::Done(result.unchecked_into()), 100)
            }
            done @ Work::Done(_) => (done, 100),
        };
        self.work = work;
        Ok(done)
    }

    /// The result; does what is left of the work first.
    pub fn finish(mut self) -> Result<JsComparisonResult, JsValue> {
        loop {
            if let Work::Done(result) = self.work {
                return Ok(result);
            }
            self.step()?;
        }
    }
}

impl Read {
    fn new(options: Options, mut report: Report) -> Result<Self, JsValue> {
        let js = report_to_js(&mut report)?;
        Ok(Self { options, report: Rc::new(report), js })
    }

    /// The report in JavaScript, as corrected where it was.
    fn to_js(&self, corrected: Option<Report>) -> Result<JsValue, JsValue> {
        match corrected {
            None => Ok(self.js.clone()),
            Some(mut report) => report_to_js(&mut report),
        }
    }
}

impl Half {
    fn new(text: &str, options: Options) -> Result<Self, Error> {
        let same = |read: &Rc<Read>| read.options == options && read.report.document.text == text;
        if let Some(read) = LAST.with_borrow(|last| last.iter().find(|read| same(read)).cloned()) {
            return Ok(Self::Read(read));
        }
        let reading = Analysis::new(text, &options)?;
        Ok(Self::Reading(options, Box::new(reading)))
    }

    fn step(&mut self) -> Result<(), JsValue> {
        if let Self::Reading(options, reading) = self
            && !reading.step()
        {
            *self = Self::Read(Rc::new(Read::new(std::mem::take(options), reading.take())?));
        }
        Ok(())
    }

    /// Slices done, of five.
    fn slices(&self) -> u32 {
        match self {
            Self::Reading(_, reading) => reading.stage() as u32,
            Self::Read(_) => Stage::Done as u32,
        }
    }
}

/// The comparison as a file: `markdown`, `json`, `annotations` (Web Annotation), or one of the tables (CSV) `findings`,
/// `names`, `dates`, `statements`, `figures`, `corrections`. What the last comparison read is not read again.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(
    input: &JsComparisonInput,
    // A string parameter would trap on anything else.
    #[wasm_bindgen(unchecked_param_type = "string")] format: &JsValue,
) -> Result<String, JsValue> {
    let format = format.as_string().unwrap_or_default();
    let format = format.as_str();
    let mut job = Job::new(input)?;
    if format == "json" {
        return export_json(input, job.finish()?.into());
    }
    let compared = loop {
        if let Work::Compared(compared) = job.work {
            break compared;
        }
        job.step()?;
    };
    let (Half::Read(left), Half::Read(right)) = (&job.left, &job.right) else { return Ok(String::new()) };
    let (left, right) = (compared.left.as_ref().unwrap_or(&left.report), compared.right.as_ref().unwrap_or(&right.report));
    let both = Both::new(left, right, &compared.comparison).with(&job.corrections);
    if let Some(table) = Table::ALL.into_iter().find(|t| t.name() == format) {
        return Ok(csv(&both, table));
    }
    match format {
        "markdown" => Ok(markdown(&both)),
        "annotations" => Ok(annotations(&both, "urn:crossread:left", "urn:crossread:right").to_string()),
        _ => Err(error(
            "bad-option",
            &format!("There is no export \"{format}\"."),
            "Take markdown, json, annotations or the name of a table.",
            None,
        )),
    }
}

/// What [`crate::export::json`] writes, written by JavaScript's own serializer, which costs nothing to ship.
fn export_json(input: &JsComparisonInput, result: JsValue) -> Result<String, JsValue> {
    let input: ComparisonInput = from_js(input)?;
    let part = |key: &str| js_sys::Reflect::get(&result, &key.into()).unwrap_or_default();
    let half = |text: &str, key: &str| {
        let half = js_sys::Object::new();
        set(&half, "text", &text.into());
        js_sys::Object::assign(&half, &part(key).into())
    };
    let document = js_sys::Object::new();
    set(&document, "$schema", &SCHEMA.into());
    set(&document, "format", &"crossread".into());
    set(&document, "version", &VERSION.into());
    set(&document, "left", &half(&input.left.text, "left"));
    set(&document, "right", &half(&input.right.text, "right"));
    set(&document, "comparison", &part("comparison"));
    set(&document, "corrections", &to_js(&input.corrections.unwrap_or_default())?);
    Ok(js_sys::JSON::stringify(&document)?.into())
}

/// Starts the module anew before its next call. The way back after a trap: memory may be half
/// written then, and every [`Job`] is lost.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

const DRAFT: &str = "crossread-draft";

/// Keeps what the reader typed in this browser. A page calls it only if the reader asked for it.
#[wasm_bindgen(js_name = saveDraft)]
pub fn save_draft(input: &JsComparisonInput) -> Result<(), JsValue> {
    storage()?;
    let text = js_sys::JSON::stringify(input)?.as_string();
    LocalStorage::set(DRAFT, text).map_err(|_| no_storage())
}

/// The draft kept in this browser, or `null`.
#[wasm_bindgen(js_name = loadDraft)]
pub fn load_draft() -> Result<JsDraft, JsValue> {
    storage()?;
    let text: Option<String> = LocalStorage::get(DRAFT).unwrap_or_default();
    // A draft that another version wrote and this one cannot read is none.
    let draft = text.and_then(|text| js_sys::JSON::parse(&text).ok()).unwrap_or(JsValue::NULL);
    Ok(draft.unchecked_into())
}

/// Deletes the draft.
#[wasm_bindgen(js_name = forgetDraft)]
pub fn forget_draft() -> Result<(), JsValue> {
    storage()?;
    LocalStorage::delete(DRAFT);
    Ok(())
}

/// A line of predictions for a line of documents, as the native `evaluate predict` writes it.
#[wasm_bindgen]
pub fn evaluate(line: &str) -> Result<String, JsValue> {
    let input = document(line)?;
    Ok(prediction(&input.id, &input.read()))
}

/// A verdict on two lines of documents, as the native `evaluate pairs` writes it.
#[wasm_bindgen(js_name = evaluatePair)]
pub fn evaluate_pair(a: &str, b: &str) -> Result<String, JsValue> {
    let (a, b) = (document(a)?, document(b)?);
    // Held as a job holds them, so that comparing is compiled once.
    let compared = Comparing::new(Rc::new(a.read()), Rc::new(b.read()), Corrections::default()).finish();
    Ok(verdict(&a.id, &b.id, &compared.comparison))
}

fn document(line: &str) -> Result<Input, JsValue> {
    // JavaScript's own parser, which costs nothing to ship.
    js_sys::JSON::parse(line).and_then(|value| from_js(&value)).map_err(|cause| {
        let message = cause.dyn_into::<js_sys::Error>().map(|e| String::from(e.message())).unwrap_or_default();
        error("bad-input", &message, "Give one JSON object with id and text.", None)
    })
}

impl ReportInput {
    /// The text and the core's options; a date that the reader corrected beats the given one.
    fn split(self, corrected: Option<(Side, &Corrections)>) -> (String, Options) {
        let default = Options::default();
        let published = corrected.and_then(|(side, c)| side.of(&c.left_published, &c.right_published).clone());
        let kept = corrected.map(|(side, c)| c.kept.iter().filter(|k| k.side == side).map(|k| k.span).collect());
        let options = Options {
            published: published.or(self.published),
            source: self.source.filter(|s| !s.is_empty()),
            headline: self.headline.filter(|s| !s.is_empty()),
            kept: kept.unwrap_or_default(),
            max_bytes: self.max_bytes.map_or(default.max_bytes, |n| n as usize),
            stances: self.stances.unwrap_or(default.stances),
        };
        (self.text, options)
    }
}

fn from_js<T: for<'de> Deserialize<'de>>(value: &JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value.clone())
        .map_err(|e| error("bad-input", &e.to_string(), "Pass { text } for one report, { left: { text }, right: { text } } for two.", None))
}

fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// A copy of the report in UTF-16 positions, without copying its tokens.
fn report_to_js(report: &mut Report) -> Result<JsValue, JsValue> {
    let document = std::mem::take(&mut report.document);
    let mut copy = report.clone();
    let index = Positions::new(&document.text, Unit::Utf16);
    copy.each_span(&mut |span| {
        span.start = index.at(span.start);
        span.end = index.at(span.end);
    });
    report.document = document;
    to_js(&copy)
}

fn comparison_to_js(mut comparison: Comparison, left: &str, right: &str) -> Result<JsValue, JsValue> {
    let (left, right) = (Positions::new(left, Unit::Utf16), Positions::new(right, Unit::Utf16));
    comparison.each_span(&mut |side, span| {
        let index = side.of(&left, &right);
        span.start = index.at(span.start);
        span.end = index.at(span.end);
    });
    to_js(&comparison)
}

/// Corrections point into the texts as JavaScript counts; the core counts bytes.
fn in_bytes(mut corrections: Corrections, left: &str, right: &str) -> Corrections {
    if !corrections.entities.is_empty() || !corrections.kept.is_empty() {
        let (left, right) = (Positions::new(left, Unit::Utf16), Positions::new(right, Unit::Utf16));
        corrections.each_span(&mut |side, span| {
            let index = side.of(&left, &right);
            span.start = index.offset_of(span.start);
            span.end = index.offset_of(span.end);
        });
    }
    corrections
}

fn storage() -> Result<web_sys::Storage, JsValue> {
    // Asked before every use: gloo takes for granted that there is one, and workers and strict
    // privacy settings have none.
    web_sys::window().and_then(|w| w.local_storage().ok().flatten()).ok_or_else(no_storage)
}

fn no_storage() -> JsValue {
    error("no-storage", "This browser does not keep drafts here.", "Save the reports in files, or allow storage for this page.", None)
}

fn refused(cause: &Error, side: Option<Side>) -> JsValue {
    error(cause.code().as_str(), cause.message(), cause.hint(), side)
}

fn error(code: &str, message: &str, hint: &str, side: Option<Side>) -> JsValue {
    let error = js_sys::Error::new(message);
    error.set_name("CrossreadError");
    set(&error, "code", &code.into());
    set(&error, "hint", &hint.into());
    set(&error, "side", &side.map_or(JsValue::NULL, |side| side.name().into()));
    error.into()
}

/// Sets a property of an object made here, which cannot be refused.
fn set(object: &js_sys::Object, key: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(object, &key.into(), value);
}
