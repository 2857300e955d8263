//! Findings from linked names: spellings and descriptions that differ.

use super::findings::{Context, finding};
use super::view::View;
use super::{Finding, FindingKind};

/// Finds names and descriptions that differ.
pub(super) fn findings(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for link in &cx.entities.links {
        let (Some(l), Some(r)) = (link.left, link.right) else { continue };
        let (Some(a), Some(b)) = (cx.left.report.entities.get(l as usize), cx.right.report.entities.get(r as usize)) else { continue };
        for difference in &link.differences {
            let spelled = difference.starts_with("Spelled");
            let importance = if spelled { 60 } else { 28 };
            let title =
                if spelled { difference.clone() } else { format!("{}: {}{}", link.name, difference[..1].to_lowercase(), &difference[1..]) };
            // Why two names are one says nothing of why two descriptions differ.
            let reason = if spelled { link.reason.clone() } else { "Neither description has a word of the other.".to_owned() };
            let mut f = finding(FindingKind::NameDiffers, importance, title, reason);
            let first = |view: &View<'_>, e: &crate::entity::Entity| {
                e.mentions
                    .iter()
                    .filter_map(|m| view.report.mentions.get(*m as usize))
                    .map(|m| m.span)
                    .max_by_key(|s| (s.len(), std::cmp::Reverse(s.start)))
            };
            let (x, y) = if spelled {
                (first(cx.left, a), first(cx.right, b))
            } else {
                (a.roles.first().map(|r| r.span), b.roles.first().map(|r| r.span))
            };
            f.left.extend(x);
            f.right.extend(y);
            if spelled {
                f.question = Some("Which spelling of the name is right?".to_owned());
            }
            out.push(f);
        }
    }
}
