//! Word stems for matching, not for reading: inflections and spelling variants of English fall
//! together ("denuclearization", "denuclearise"; "labour", "labor").

/// The stem of a word in lower case.
#[must_use]
pub fn stem(word: &str) -> String {
    if word.len() < 4 || !word.is_ascii() {
        return word.to_owned();
    }
    let mut w = word.to_owned();
    if let Some(s) = w.strip_suffix("'s") {
        w = s.to_owned();
    }
    plural(&mut w);
    // British and American spellings.
    if w.len() > 7 {
        w = w.replace("isation", "ization").replace("ising", "izing").replace("ised", "ized");
    }
    if w.ends_with("ise") && w.len() > 7 {
        swap(&mut w, "ise", "ize");
    }
    if w.len() > 5 {
        let _ = swap(&mut w, "our", "or") || swap(&mut w, "tre", "ter") || swap(&mut w, "ogue", "og") || swap(&mut w, "ence", "ens");
    }
    for (suffix, to) in [
        ("ization", "iz"),
        ("izations", "iz"),
        ("ational", "at"),
        ("iveness", "iv"),
        ("fulness", "ful"),
        ("ments", ""),
        ("ment", ""),
        ("ness", ""),
        ("ingly", ""),
        ("edly", ""),
        ("ation", "at"),
        ("ator", "at"),
    ] {
        if w.len() > suffix.len() + 3 && swap(&mut w, suffix, to) {
            break;
        }
    }
    for suffix in ["ing", "ed", "ly"] {
        let Some(head) = w.strip_suffix(suffix) else { continue };
        if head.len() >= 3 && head.bytes().any(|b| b"aeiouy".contains(&b)) {
            w.truncate(head.len());
            undouble(&mut w);
        }
        break;
    }
    if w.len() > 3 && w.ends_with('e') {
        w.pop();
    }
    if w.len() > 3 && w.ends_with('y') {
        w.pop();
        w.push('i');
    }
    w
}

fn plural(w: &mut String) {
    if swap(w, "sses", "ss") || (w.len() > 4 && swap(w, "ies", "y")) {
        return;
    }
    if w.ends_with('s') && !["ss", "us", "is"].iter().any(|e| w.ends_with(e)) {
        w.pop();
    }
}

fn swap(w: &mut String, from: &str, to: &str) -> bool {
    if !w.ends_with(from) {
        return false;
    }
    w.truncate(w.len() - from.len());
    w.push_str(to);
    true
}

fn undouble(w: &mut String) {
    let b = w.as_bytes();
    if let [.., x, y] = b
        && x == y
        && !b"lsz".contains(x)
        && b"bdfgmnprt".contains(x)
    {
        w.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn variants_fall_together() {
        for group in [
            &["denuclearisation", "denuclearization", "denuclearise", "denuclearized"][..],
            &["kill", "killed", "killing", "kills"],
            &["arrive", "arrived", "arriving", "arrives"],
            &["stop", "stopped", "stopping"],
            &["city", "cities"],
            &["labour", "labor", "labours"],
        ] {
            for word in group {
                assert_eq!(stem(word), stem(group[0]), "{word}");
            }
        }
    }
}
