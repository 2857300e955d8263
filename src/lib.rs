//! Crossread reads two news reports side by side.
