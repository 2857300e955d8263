//! Other people's texts, which stay outside the repository in the folder `shared` beside it.
//!
//! Tests that read them are ignored, so that none counts as passed that did not run; `./build.sh test` runs them
//! where the folder is.

use std::path::Path;

/// A file of that folder.
pub(crate) fn read(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
