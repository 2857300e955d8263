//! Trains the same-event model: logistic regression with a ridge, by Newton's method, on the measures
//! of pairs of one topic. No randomness: same data in, same weights out.

#![allow(clippy::needless_range_loop, reason = "matrix code reads best with indices")]

use crate::common::{area, lines, tell};
use crossread::Report;
use crossread::compare::event::{MEASURES, NAMES};
use crossread::compare::event_measures;
use crossread::export::Input;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    same_event: bool,
    same_topic: bool,
    split: String,
}

/// A document with the number of its topic.
#[derive(Deserialize)]
struct Topical {
    #[serde(flatten)]
    input: Input,
    topic: u32,
}

/// One pair: measures (scaled to about one), truth, topic.
struct Row {
    x: Vec<f64>,
    same: bool,
    topic: u32,
}

const RIDGE: f64 = 10.0;

pub(crate) fn run(documents: &str, pairs: &str, out: Option<&str>) -> Result<(), Box<dyn Error>> {
    let mut reports: BTreeMap<String, Report> = BTreeMap::new();
    let mut topics: BTreeMap<String, u32> = BTreeMap::new();
    for document in lines::<Topical>(documents)? {
        let report = document.input.read();
        topics.insert(document.input.id.clone(), document.topic);
        reports.insert(document.input.id, report);
    }
    let (mut train, mut dev) = (Vec::new(), Vec::new());
    for pair in lines::<Pair>(pairs)? {
        if !pair.same_topic {
            continue;
        }
        let (Some(a), Some(b)) = (reports.get(&pair.a), reports.get(&pair.b)) else { return Err("a pair without its document".into()) };
        let mut x: Vec<f64> = event_measures(a, b).iter().map(|&m| f64::from(m) / 1000.0).collect();
        x.push(1.0);
        let row = Row { x, same: pair.same_event, topic: topics.get(&pair.a).copied().unwrap_or(0) };
        if pair.split == "train" { train.push(row) } else { dev.push(row) }
    }
    // Every topic of the training part held out once: what to expect of topics never seen.
    let names: BTreeSet<u32> = train.iter().map(|r| r.topic).collect();
    let mut held: Vec<(f64, bool)> = Vec::new();
    for topic in &names {
        let rest: Vec<&Row> = train.iter().filter(|r| r.topic != *topic).collect();
        let w = fit(&rest);
        held.extend(train.iter().filter(|r| r.topic == *topic).map(|r| (probability(&w, &r.x), r.same)));
    }
    tell("train, each topic held out", &held, 0.5);
    let w = fit(&train.iter().collect::<Vec<_>>());
    tell("train", &train.iter().map(|r| (probability(&w, &r.x), r.same)).collect::<Vec<_>>(), 0.5);
    tell("dev", &dev.iter().map(|r| (probability(&w, &r.x), r.same)).collect::<Vec<_>>(), 0.5);
    for (n, (name, _)) in NAMES.iter().enumerate() {
        let single: Vec<(f64, bool)> = train.iter().map(|r| (r.x[n], r.same)).collect();
        println!("{name:24} weight {:7.3}  alone {:.3}", w[n], area(&single));
    }
    if let Some(path) = out {
        let mut text = String::from(
            "//! Weights of the same-event model, in thousandths per permille of a measure, and the mean of each measure.\n//! Written by the `event` tool; do not edit.\n\nuse super::measures::MEASURES;\n\n",
        );
        let whole = |v: f64| (v * 1000.0).round() as i32;
        writeln!(text, "pub(super) const BIAS: i32 = {};", whole(w[MEASURES]))?;
        let mean = |n: usize| train.iter().map(|r| r.x[n]).sum::<f64>() / train.len() as f64;
        let means: Vec<f64> = (0..MEASURES).map(mean).collect();
        for (name, list) in [("WEIGHTS", &w[..MEASURES]), ("CENTRES", &means)] {
            let list: Vec<String> = list.iter().map(|&v| whole(v).to_string()).collect();
            writeln!(text, "#[rustfmt::skip]\npub(super) const {name}: [i32; MEASURES] = [{}];", list.join(", "))?;
        }
        std::fs::write(path, text)?;
    }
    Ok(())
}

fn probability(w: &[f64], x: &[f64]) -> f64 {
    let sum: f64 = w.iter().zip(x).map(|(a, b)| a * b).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Newton's method; the bias is not held small.
fn fit(rows: &[&Row]) -> Vec<f64> {
    let n = MEASURES + 1;
    let mut w = vec![0.0; n];
    for _ in 0..25 {
        let mut gradient = vec![0.0; n];
        let mut hessian = vec![vec![0.0; n]; n];
        for row in rows {
            let p = probability(&w, &row.x);
            let s = (p * (1.0 - p)).max(1e-6);
            for i in 0..n {
                gradient[i] += (f64::from(u8::from(row.same)) - p) * row.x[i];
                for j in 0..n {
                    hessian[i][j] += s * row.x[i] * row.x[j];
                }
            }
        }
        for i in 0..MEASURES {
            gradient[i] -= RIDGE * w[i];
            hessian[i][i] += RIDGE;
        }
        hessian[MEASURES][MEASURES] += 1e-6;
        let step = solve(hessian, gradient);
        for (v, d) in w.iter_mut().zip(&step) {
            *v += d;
        }
        if step.iter().all(|d| d.abs() < 1e-8) {
            break;
        }
    }
    w
}

/// Gauss elimination with pivots.
fn solve(mut a: Vec<Vec<f64>>, mut b: Vec<f64>) -> Vec<f64> {
    let n = b.len();
    for c in 0..n {
        let pivot = (c..n).max_by(|&i, &j| a[i][c].abs().total_cmp(&a[j][c].abs())).unwrap_or(c);
        a.swap(c, pivot);
        b.swap(c, pivot);
        for r in c + 1..n {
            let f = a[r][c] / a[c][c];
            for k in c..n {
                a[r][k] -= f * a[c][k];
            }
            b[r] -= f * b[c];
        }
    }
    let mut x = vec![0.0; n];
    for r in (0..n).rev() {
        let sum: f64 = (r + 1..n).map(|k| a[r][k] * x[k]).sum();
        x[r] = (b[r] - sum) / a[r][r];
    }
    x
}
