//! One sequence tagger (features, weights, decoding) that the layers below share.
