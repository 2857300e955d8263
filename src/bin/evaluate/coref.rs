//! Measures of linking: coreference within a report, and entities matched across reports.
//!
//! Coreference: MUC (Vilain et al. 1995), B³ (Bagga & Baldwin 1998), CEAF-e (Luo 2005) and their
//! mean, the CoNLL figure, over gold mentions by name of persons, organizations and places, with or
//! without the pronouns that refer to persons. Singletons count. A found name stands for the gold
//! mention that it overlaps most, one to one, as gold extents take in titles and appositions; what
//! is not found, and what is found beside, counts against the figures.
//!
//! Links: of all pairs of entities of two reports on one topic, those that the gold chains join.

use crate::common::lines;
use crossread::entity::{Kind, MentionForm, matching};
use crossread::text::{Positions, Unit};
use crossread::{Options, Report, analyze};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

#[derive(Deserialize)]
struct Document {
    text: String,
    #[serde(default)]
    topic: Option<String>,
    #[serde(default)]
    annotated_end: Option<u32>,
    #[serde(default)]
    clusters: Vec<Vec<GoldMention>>,
    #[serde(default)]
    entities: Vec<GoldMention>,
}

#[derive(Deserialize, Clone)]
struct GoldMention {
    start: u32,
    end: u32,
    #[serde(alias = "type")]
    kind: String,
    named: bool,
    #[serde(default)]
    chain: String,
}

/// A mention with the number of its cluster.
#[derive(Clone, Copy)]
struct Placed {
    start: u32,
    end: u32,
    cluster: usize,
}

const PRONOUNS: &[&str] = &["he", "him", "his", "himself", "she", "her", "hers", "herself"];

pub(crate) fn run(path: &str, links: bool) -> Result<(), Box<dyn Error>> {
    let documents: Vec<Document> = lines(path)?;
    let reports: Vec<Report> = documents.iter().map(|d| analyze(&d.text, &Options::default()).unwrap_or_default()).collect();
    for pronouns in [false, true] {
        let mut sums = [[0.0f64; 4]; 3];
        let (mut found, mut gold_mentions, mut own_mentions) = (0, 0, 0);
        for (d, r) in documents.iter().zip(&reports) {
            let gold = gold(d, pronouns);
            let own = own(d, r, pronouns);
            let mut own = own;
            if d.annotated_end.is_some() {
                // Such texts have the mentions of chosen events annotated and not all names: what
                // overlaps no gold mention is neither right nor wrong.
                let any = |o: &Placed| d.entities.iter().any(|g| g.start < o.end && o.start < g.end);
                own.retain(any);
            }
            let pairs = pair(&gold, &own);
            found += pairs.len();
            gold_mentions += gold.len();
            own_mentions += own.len();
            add(&mut sums, &gold, &own, &pairs);
        }
        let f = |s: &[f64; 4]| {
            let (r, p) = (s[0] / s[1].max(1e-9), s[2] / s[3].max(1e-9));
            (100.0 * p, 100.0 * r, 200.0 * p * r / (p + r).max(1e-9))
        };
        let names = ["MUC", "B3", "CEAF-e"];
        println!(
            "{}: mentions P {:.1} R {:.1}",
            if pronouns { "names and person pronouns" } else { "names" },
            100.0 * found as f64 / own_mentions as f64,
            100.0 * found as f64 / gold_mentions as f64
        );
        let mut mean = 0.0;
        for (name, s) in names.iter().zip(&sums) {
            let (p, r, f) = f(s);
            mean += f / 3.0;
            println!("  {name:7} P {p:.1} R {r:.1} F1 {f:.1}");
        }
        println!("  CoNLL F1 {mean:.1}");
    }
    if links {
        measure_links(&documents, &reports);
    }
    Ok(())
}

fn gold(d: &Document, pronouns: bool) -> Vec<Placed> {
    let chars: Vec<char> = d.text.chars().collect();
    let wanted = |m: &GoldMention| {
        let text: String = chars.get(m.start as usize..m.end as usize).unwrap_or_default().iter().collect();
        let pronoun = PRONOUNS.contains(&text.to_lowercase().as_str());
        matches!(m.kind.as_str(), "person" | "organization" | "place") && (m.named && !pronoun || pronouns && pronoun && m.kind == "person")
    };
    let mut out = Vec::new();
    for (cluster, mentions) in d.clusters.iter().enumerate() {
        out.extend(mentions.iter().filter(|m| wanted(m)).map(|m| Placed { start: m.start, end: m.end, cluster }));
    }
    let mut chains: BTreeMap<&str, usize> = BTreeMap::new();
    for m in d.entities.iter().filter(|m| wanted(m) && d.annotated_end.is_none_or(|e| m.end <= e)) {
        let next = chains.len();
        let cluster = *chains.entry(chain(&m.chain)).or_insert(next);
        out.push(Placed { start: m.start, end: m.end, cluster });
    }
    out
}

/// The part of a chain's name that is alike in all documents.
fn chain(name: &str) -> &str {
    name.rsplit('_').next().unwrap_or(name)
}

fn own(d: &Document, r: &Report, pronouns: bool) -> Vec<Placed> {
    let index = Positions::new(&r.document.text, Unit::CodePoint);
    let wanted = |form: MentionForm, kind: Kind| match form {
        MentionForm::Name => matches!(kind, Kind::Person | Kind::Organization | Kind::Place),
        MentionForm::Pronoun => pronouns && kind == Kind::Person,
        _ => false,
    };
    r.mentions
        .iter()
        .filter(|m| wanted(m.form, m.kind))
        .filter_map(|m| Some(Placed { start: index.at(m.span.start), end: index.at(m.span.end), cluster: m.entity? as usize }))
        .filter(|m| d.annotated_end.is_none_or(|e| m.end <= e))
        .collect()
}

/// Gold and own mentions that are the same: nested ones, the most alike first, one to one.
fn pair(gold: &[Placed], own: &[Placed]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, o) in own.iter().enumerate() {
            let inside = g.start <= o.start && o.end <= g.end || o.start <= g.start && g.end <= o.end;
            if inside {
                let shared = g.end.min(o.end) - g.start.max(o.start);
                let both = g.end.max(o.end) - g.start.min(o.start);
                all.push((std::cmp::Reverse(1000 * shared / both), i, j));
            }
        }
    }
    all.sort_unstable();
    let (mut seen, mut used) = (BTreeSet::new(), BTreeSet::new());
    all.into_iter()
        .filter(|&(_, i, j)| !seen.contains(&i) && !used.contains(&j) && seen.insert(i) && used.insert(j))
        .map(|(_, i, j)| (i, j))
        .collect()
}

/// Adds recall and precision sums of the three measures.
fn add(sums: &mut [[f64; 4]; 3], gold: &[Placed], own: &[Placed], pairs: &[(usize, usize)]) {
    // Every mention gets one name on both sides: gold mentions 0.., unpaired own ones behind them.
    let mut names: Vec<usize> = (0..own.len()).map(|j| gold.len() + j).collect();
    for &(i, j) in pairs {
        names[j] = i;
    }
    let mut left: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (i, g) in gold.iter().enumerate() {
        left.entry(g.cluster).or_default().insert(i);
    }
    let mut right: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (o, name) in own.iter().zip(&names) {
        right.entry(o.cluster).or_default().insert(*name);
    }
    let (left, right): (Vec<_>, Vec<_>) = (left.into_values().collect(), right.into_values().collect());
    for (k, (a, b)) in [(&left, &right), (&right, &left)].into_iter().enumerate() {
        for x in a {
            let parts = b.iter().filter(|y| y.intersection(x).next().is_some()).count();
            let covered: usize = b.iter().map(|y| y.intersection(x).count()).sum();
            sums[0][2 * k] += (x.len() - (parts + x.len() - covered).min(x.len())) as f64;
            sums[0][2 * k + 1] += (x.len() - 1) as f64;
            sums[1][2 * k] += b.iter().map(|y| y.intersection(x).count().pow(2) as f64).sum::<f64>() / x.len() as f64;
            sums[1][2 * k + 1] += x.len() as f64;
        }
    }
    let likeness = |x: &BTreeSet<usize>, y: &BTreeSet<usize>| 2.0 * x.intersection(y).count() as f64 / (x.len() + y.len()) as f64;
    let best = assignment(&left.iter().map(|x| right.iter().map(|y| likeness(x, y)).collect()).collect::<Vec<Vec<f64>>>());
    sums[2][0] += best;
    sums[2][2] += best;
    sums[2][1] += left.len() as f64;
    sums[2][3] += right.len() as f64;
}

/// The greatest sum of a one-to-one choice (Kuhn & Munkres, in the form of shortest paths).
fn assignment(value: &[Vec<f64>]) -> f64 {
    let n = value.len().max(value.first().map_or(0, Vec::len));
    let cost = |i: usize, j: usize| -value.get(i - 1).and_then(|r| r.get(j - 1)).copied().unwrap_or(0.0);
    let (mut u, mut v, mut row) = (vec![0.0; n + 1], vec![0.0; n + 1], vec![0usize; n + 1]);
    for i in 1..=n {
        row[0] = i;
        let mut at = 0;
        let (mut least, mut way, mut used) = (vec![f64::MAX; n + 1], vec![0usize; n + 1], vec![false; n + 1]);
        while row[at] != 0 {
            used[at] = true;
            let (mut delta, mut next) = (f64::MAX, 0);
            for j in 1..=n {
                if !used[j] {
                    let c = cost(row[at], j) - u[row[at]] - v[j];
                    if c < least[j] {
                        (least[j], way[j]) = (c, at);
                    }
                    if least[j] < delta {
                        (delta, next) = (least[j], j);
                    }
                }
            }
            for j in 0..=n {
                if used[j] {
                    u[row[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            at = next;
        }
        while at != 0 {
            row[at] = row[way[at]];
            at = way[at];
        }
    }
    (1..=n).filter(|&j| row[j] != 0).map(|j| -cost(row[j], j)).sum()
}

/// Entities of two reports of one topic: which pairs the gold chains join, which ours.
fn measure_links(documents: &[Document], reports: &[Report]) {
    // Each entity's gold chain: that of most of its mentions.
    let chains: Vec<Vec<Option<String>>> = documents
        .iter()
        .zip(reports)
        .map(|(d, r)| {
            // Products and the like are left out, or the company named inside one ("Airbus" in "Airbus
            // A380") would be taken for it.
            let linked = |m: &GoldMention| m.named && matches!(m.kind.as_str(), "person" | "organization" | "place");
            let named: Vec<&GoldMention> = d.entities.iter().filter(|m| linked(m) && d.annotated_end.is_none_or(|e| m.end <= e)).collect();
            let gold: Vec<Placed> = named.iter().enumerate().map(|(i, m)| Placed { start: m.start, end: m.end, cluster: i }).collect();
            let own = own(d, r, false);
            let mut votes: Vec<BTreeMap<&str, usize>> = vec![BTreeMap::new(); r.entities.len()];
            for (i, j) in pair(&gold, &own) {
                // A gold name inside a longer one of ours ("Apple" in "Apple Stores") is another thing.
                if 10 * (gold[i].end - gold[i].start) < 6 * (own[j].end - own[j].start) {
                    continue;
                }
                *votes[own[j].cluster].entry(chain(&named[i].chain)).or_default() += 1;
            }
            votes.iter().map(|v| v.iter().max_by_key(|x| x.1).map(|x| (*x.0).to_owned())).collect()
        })
        .collect();
    let (mut right, mut ours, mut theirs) = (0, 0, 0);
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    for a in 0..documents.len() {
        for b in a + 1..documents.len() {
            if documents[a].topic != documents[b].topic {
                continue;
            }
            for (x, cx) in reports[a].entities.iter().zip(&chains[a]) {
                for (y, cy) in reports[b].entities.iter().zip(&chains[b]) {
                    let (Some(cx), Some(cy)) = (cx, cy) else { continue };
                    let linked = matching::same(x, y).is_some_and(|m| m.0 >= matching::LINKED);
                    ours += usize::from(linked);
                    theirs += usize::from(cx == cy);
                    right += usize::from(linked && cx == cy);
                    if linked != (cx == cy) {
                        *wrong.entry(format!("{} {} / {}", if linked { "false" } else { "missed" }, x.name, y.name)).or_default() += 1;
                    }
                }
            }
        }
    }
    let (p, r) = (100.0 * right as f64 / ours.max(1) as f64, 100.0 * right as f64 / theirs.max(1) as f64);
    println!("links across reports: P {p:.1} R {r:.1} F1 {:.1} ({theirs} gold)", 2.0 * p * r / (p + r));
    let mut wrong: Vec<_> = wrong.into_iter().collect();
    wrong.sort_by_key(|w| std::cmp::Reverse(w.1));
    for (what, n) in wrong.iter().take(std::env::var("WRONG").ok().and_then(|v| v.parse().ok()).unwrap_or(0)) {
        println!("  {n} {what}");
    }
}
