extension PerfEntry: Encodable {
  private enum CodingKeys: String, CodingKey {
    case name, ours, unit, peer, theirs, ratio, goal, install, threads, kernels, load, runs
    case peerVersion = "peer_version"
    case peerKernels = "peer_kernels"
    case goalQuantity = "goal_of"
    case goalDirection = "goal_is"
  }

  /// One flat object; a peer that is not installed is written as null, never left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(ours, forKey: .ours)
    try container.encode(unit, forKey: .unit)
    try container.encode(peer.name, forKey: .peer)
    try container.encode(peer.version, forKey: .peerVersion)
    try container.encode(peer.value, forKey: .theirs)
    try container.encode(ratio, forKey: .ratio)
    try container.encode(goal.bound, forKey: .goal)
    try container.encode(goal.quantity, forKey: .goalQuantity)
    try container.encode(goal.direction, forKey: .goalDirection)
    try container.encode(peer.install, forKey: .install)
    try container.encode(threads, forKey: .threads)
    try container.encode(kernels, forKey: .kernels)
    try container.encode(peer.kernels, forKey: .peerKernels)
    try container.encode(load, forKey: .load)
    try container.encode(runs, forKey: .runs)
  }
}
