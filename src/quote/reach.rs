//! How far the rules of statements look, in tokens. What lies farther belongs to something else, and a text without
//! sentences still costs no more than its length.

/// A remark of a few words.
pub(super) const REMARK: usize = 12;

/// What a paragraph or clause opens with: a dateline, a subject and its verb.
pub(super) const OPENING: usize = 14;

/// A noun phrase with what hangs on it.
pub(super) const PHRASE: usize = 16;

/// The way to the word that links a voice with another's words.
pub(super) const LINK: usize = 20;

/// A short clause, or the way from a verb to its particle.
pub(super) const CLAUSE: usize = 25;

/// An aside between commas, dashes or brackets.
pub(super) const ASIDE: usize = 40;

/// What stands in front of a main clause.
pub(super) const FRONT: usize = 60;

/// How often one thing of a kind stands behind another: adverbs and times, sources of sources.
pub(super) const ROUNDS: usize = 3;

/// Statements and quotations that are looked through for one that is gone on with.
pub(super) const RECENT: usize = 64;

/// Back or forth over whatever stands there.
pub(super) const WALK: usize = 80;
