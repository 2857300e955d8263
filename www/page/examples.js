// Pairs of reports to try, written for Crossread.

import ferryLeft from "../examples/ferry/left.txt" with { type: "text" };
import ferryRight from "../examples/ferry/right.txt" with { type: "text" };
import releaseLeft from "../examples/release/left.txt" with { type: "text" };
import releaseRight from "../examples/release/right.txt" with { type: "text" };
import talksLeft from "../examples/talks/left.txt" with { type: "text" };
import talksRight from "../examples/talks/right.txt" with { type: "text" };

export const EXAMPLES = /** @type {const} */ ([
  { name: "ferry", left: ferryLeft, right: ferryRight },
  { name: "talks", left: talksLeft, right: talksRight },
  { name: "release", left: releaseLeft, right: releaseRight },
]);
