//! How far the rules of statements look, in tokens. What lies farther belongs to something else, and a text without
//! sentences still costs no more than its length.

/// A noun phrase with what hangs on it.
pub(super) const PHRASE: usize = 16;

/// A short clause, or the way from a verb to its particle.
pub(super) const CLAUSE: usize = 25;

/// An aside between commas, dashes or brackets.
pub(super) const ASIDE: usize = 40;

/// The opening of a sentence before its main clause.
pub(super) const OPENING: usize = 60;

/// How often one thing of a kind stands behind another: adverbs and times, sources of sources.
pub(super) const ROUNDS: usize = 3;

/// Statements and quotations that are looked through for one that is gone on with.
pub(super) const RECENT: usize = 64;

/// Back or forth over whatever stands there.
pub(super) const WALK: usize = 80;
