/// A stretch of a tape whose inner values are dropped after it and computed again for the backward pass.
struct TapeSegment {
  /// Its operations.
  let entries: Range<Int>
  /// Its results and what its operations keep.
  let temporaries: Range<Int>
}
