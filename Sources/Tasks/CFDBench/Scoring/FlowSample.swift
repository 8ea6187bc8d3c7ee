/// One question: the frame given, and the frame asked.
struct FlowSample: Equatable {
  /// The case, by its index.
  let trajectory: Int
  /// The frame given; in the direct track the frame that persistence repeats, which is the first.
  let given: Int
  /// The frame asked.
  let asked: Int
}
