import Tensors

extension Tape {
  /// Records what `body` records as a segment whose values, except the one returned, are dropped
  /// after it has run and are computed again, with the same bits, when the backward pass comes to it
  /// (checkpointing; Chen et al. 2016, *Training deep nets with sublinear memory cost*).
  ///
  /// One more forward pass of the segment buys the memory of its inner values: a network of n equal
  /// segments keeps n results and the inner values of one. In inference, where values are freed after
  /// their last reader anyway, it changes nothing.
  public func checkpointed(_ body: () -> Variable<S>) -> Variable<S> {
    Requirement.check(openSegment == nil, "a segment cannot be part of another")
    let (firstEntry, firstVariable) = (entries.count, temporaries.count)
    openSegment = segments.count
    let output = body()
    openSegment = nil
    output.segment = nil
    segments.append(
      TapeSegment(
        entries: firstEntry..<entries.count, temporaries: firstVariable..<temporaries.count))
    return output
  }

  /// Frees the inner values of a segment of which the entry at `index` is the last.
  func dropInside(segmentEndingAt index: Int) {
    guard mode == .training, let segment = entries[index].segment else { return }
    guard segments[segment].entries.upperBound == index + 1 else { return }
    for variable in temporaries[segments[segment].temporaries] where variable.segment != nil {
      variable.dropValue(pool)
    }
  }

  /// Computes the values of the segment of the entry at `index` again, if that is not the segment
  /// `restored` already, and frees those of `restored`, whose backward steps are done.
  func restore(segmentOf index: Int, _ restored: inout Int?) {
    let segment = entries[index].segment
    guard segment != restored else { return }
    dropAll(of: restored)
    restored = segment
    guard let segment else { return }
    // the readers of its result are done, and operations may expect to find their place empty
    dropAll(of: segment)
    for entry in entries[segments[segment].entries] { entry.operation.forward(pool) }
  }

  /// Frees every value of `segment`, once nobody reads them any more.
  func dropAll(of segment: Int?) {
    guard let segment else { return }
    for variable in temporaries[segments[segment].temporaries] { variable.dropValue(pool) }
  }
}
