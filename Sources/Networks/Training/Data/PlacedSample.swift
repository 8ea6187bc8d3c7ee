/// One sample of a batch in its places on a tape; valid while it is being changed.
public struct PlacedSample {
  let graph: SampleGraph
  let position: Int

  /// The numbers of the input called `name`; empty when the network did not ask for it.
  public func input(_ name: String) -> UnsafeMutableBufferPointer<Float> {
    graph.place(name, .input, position)
  }

  /// The numbers of the target called `name`; empty when the network did not ask for it.
  public func target(_ name: String) -> UnsafeMutableBufferPointer<Float> {
    graph.place(name, .target, position)
  }
}
