/// A peer's time for the same work, or how to install the peer.
struct PeerTime {
  let name: String
  let version: String
  let value: Double?
  let install: String
  /// The kernels that the peer chose, as in `AVX2`; empty when it has no choice.
  var kernels = ""

  /// No program does the same.
  static let none = PeerTime(name: "", version: "", value: nil, install: "")
}
