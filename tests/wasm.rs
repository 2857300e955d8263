//! The boundary in the browsers: `wasm-pack test --headless --chrome --firefox`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a failing test may panic")]

use crossread::wasm::{Job, analyze, compare, evaluate, forget_draft, load_draft, save_draft, version};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const LEFT: &str = "OSLO, May 3 - Two people were hurt in Oslo on Friday, police said.";
const RIGHT: &str = "\u{1f600} Three people were hurt in Oslo, police said on Tuesday.";

/// The value of a JSON text as a typed argument.
fn object<T: JsCast>(json: &serde_json::Value) -> T {
    JSON::parse(&json.to_string()).expect("JSON").unchecked_into()
}

fn input<T: JsCast>(left: &str, right: &str) -> T {
    object(&serde_json::json!({ "left": { "text": left }, "right": { "text": right } }))
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| {
        let key = key.parse::<u32>().map_or_else(|_| JsValue::from_str(key), JsValue::from);
        Reflect::get(&value, &key).expect("an object")
    })
}

fn code(error: &JsValue) -> String {
    assert!(error.is_instance_of::<js_sys::Error>(), "an Error is thrown, not {error:?}");
    assert_eq!(get(error, "name"), "CrossreadError");
    for key in ["message", "hint"] {
        assert!(get(error, key).as_string().is_some_and(|s| !s.is_empty()), "{key} is told");
    }
    get(error, "code").as_string().expect("a code")
}

#[wasm_bindgen_test]
fn compares_two_reports() {
    let result: JsValue = compare(&input(LEFT, RIGHT)).expect("a result").into();
    assert_eq!(get(&result, "comparison.version"), 1);
    assert!(Array::is_array(&get(&result, "left.mentions")));
    assert!(get(&result, "left.source").is_null(), "absent values are null");
}

#[wasm_bindgen_test]
fn positions_count_utf16_units() {
    let report: JsValue = analyze(&object(&serde_json::json!({ "text": RIGHT }))).expect("a report").into();
    let blocks: Array = get(&report, "blocks").unchecked_into();
    let end = get(&blocks.get(blocks.length() - 1), "span.end");
    assert_eq!(end, RIGHT.encode_utf16().count() as u32);
}

#[wasm_bindgen_test]
fn a_lone_surrogate_is_one_unit() {
    let text = js_sys::JsString::from_char_code1(0xd800).concat(&JsValue::from_str(" said Jane Doe."));
    let length = text.length();
    let object = Object::new();
    Reflect::set(&object, &"text".into(), &text).expect("set");
    let report: JsValue = analyze(&object.unchecked_into()).expect("a report").into();
    let blocks: Array = get(&report, "blocks").unchecked_into();
    assert_eq!(get(&blocks.get(blocks.length() - 1), "span.end"), length);
}

#[wasm_bindgen_test]
fn refusals_are_typed() {
    let empty = compare(&input(LEFT, " ")).expect_err("an empty report");
    assert_eq!(code(&empty), "empty");
    assert_eq!(get(&empty, "side"), "right");
    let date = serde_json::json!({ "text": LEFT, "published": "2019-02-30" });
    assert_eq!(code(&analyze(&object(&date)).expect_err("no such day")), "bad-option");
    let long = serde_json::json!({ "text": LEFT, "maxBytes": 5 });
    assert_eq!(code(&analyze(&object(&long)).expect_err("too long")), "too-long");
    assert_eq!(code(&analyze(&JsValue::from(7).unchecked_into()).expect_err("a number")), "bad-input");
    assert_eq!(code(&evaluate("{").expect_err("half an object")), "bad-input");
}

#[wasm_bindgen_test]
fn slices_give_what_one_call_gives() {
    let whole: JsValue = compare(&input(LEFT, RIGHT)).expect("a result").into();
    for round in 0..2 {
        let mut job = Job::new(&input(LEFT, if round == 0 { RIGHT } else { LEFT })).expect("a job");
        let mut before = 0;
        loop {
            let percent = job.step().expect("a slice");
            assert!(percent > before, "each slice gets on");
            before = percent;
            if percent == 100 {
                break;
            }
        }
        let sliced: JsValue = job.finish().expect("a result").into();
        if round == 0 {
            assert_eq!(JSON::stringify(&sliced), JSON::stringify(&whole));
        }
    }
}

#[wasm_bindgen_test]
fn corrections_come_in_as_javascript_counts() {
    let text = "\u{1f600} Jane Doe left.";
    let correction = serde_json::json!({
        "left": { "text": text }, "right": { "text": LEFT },
        "corrections": {
            "entities": [{ "action": "rename", "side": "left", "mention": { "start": 3, "end": 11 }, "name": "J. Doe" }],
            "leftPublished": "2020-01-02", "rightPublished": null, "dismissed": []
        }
    });
    let result: JsValue = compare(&object(&correction)).expect("a result").into();
    assert_eq!(get(&result, "left.published"), "2020-01-02");
}

#[wasm_bindgen_test]
fn drafts_come_back_and_go() {
    save_draft(&input(LEFT, "")).expect("kept");
    let draft: JsValue = load_draft().expect("read").into();
    assert_eq!(get(&draft, "left.text"), LEFT);
    assert_eq!(get(&draft, "right.text"), "");
    forget_draft().expect("deleted");
    assert!(JsValue::from(load_draft().expect("read")).is_null());
}

#[wasm_bindgen_test]
fn tells_its_version() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
