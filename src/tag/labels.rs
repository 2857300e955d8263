//! The tagger's labels: outside, or one of four kinds with the place inside the name (BILOU:
//! begin, inside, last, outside, unit; Ratinov & Roth 2009).

/// How many labels there are.
pub const LABELS: usize = 17;

/// How many of them carry weights: all but "outside", whose score is nought.
pub const SCORED: usize = 16;

/// The label of a token that is in no name.
pub const OUTSIDE: usize = 0;

/// The kinds that the tagger tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A body of people.
    Organization,
    /// Somewhere.
    Place,
    /// Any other name: nationality words, events, products, works.
    Misc,
}

/// All kinds in the order of the labels.
pub const KINDS: [NameKind; 4] = [NameKind::Person, NameKind::Organization, NameKind::Place, NameKind::Misc];

/// Where in a name a token stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// First of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// Last of several.
    Last,
    /// The only one.
    Unit,
}

/// All positions in the order of the labels.
pub const POSITIONS: [Position; 4] = [Position::Begin, Position::Inside, Position::Last, Position::Unit];

/// The label of a kind and position.
#[must_use]
pub const fn label(kind: NameKind, position: Position) -> usize {
    1 + kind as usize * 4 + position as usize
}

/// Kind and position of a label; `None` for outside.
#[must_use]
pub fn parts(label: usize) -> Option<(NameKind, Position)> {
    let i = label.checked_sub(1)?;
    Some((*KINDS.get(i / 4)?, *POSITIONS.get(i % 4)?))
}

/// Whether label `b` may follow label `a`.
#[must_use]
pub fn follows(a: usize, b: usize) -> bool {
    let open = matches!(parts(a), Some((_, Position::Begin | Position::Inside)));
    match parts(b) {
        Some((kind, Position::Inside | Position::Last)) => open && parts(a).is_some_and(|(k, _)| k == kind),
        _ => !open,
    }
}

/// For every label the labels that may stand before it.
#[must_use]
pub fn before() -> [Vec<usize>; LABELS] {
    std::array::from_fn(|b| (0..LABELS).filter(|&a| follows(a, b)).collect())
}
