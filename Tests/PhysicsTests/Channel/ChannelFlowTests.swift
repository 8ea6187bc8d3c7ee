import Physics
import Testing

@Suite("The flow through a channel")
struct ChannelFlowTests {
  private let channel = ChannelCase(
    inletVelocity: 1, kinematicViscosity: 0.05, length: 4, height: 1)

  /// Second order: on 32 rows the wall cells alone make (1/32)^2 = 1e-3.
  @Test func aUniformInflowBecomesAParabola() throws {
    var flow = ChannelFlow(channel, columns: 32, rows: 32)
    try flow.advance(to: 8)
    let heights = (0...20).map { Double($0) / 20 }
    for (u, y) in zip(flow.horizontalVelocity(x: [3.9], y: heights), heights) {
      #expect(abs(u - 6 * y * (1 - y)) < 2e-3)
    }
  }

  @Test func divergenceStaysAtRoundOff() throws {
    var flow = ChannelFlow(channel, columns: 24, rows: 16)
    try flow.advance(to: 0.5)
    #expect(flow.ledger.largestDivergence < 1e-12)
  }

  @Test func aDevelopedInflowStaysAsItIs() throws {
    let developed = ChannelCase(
      inletVelocity: 1, kinematicViscosity: 0.05, length: 4, height: 1, profile: .parabolic)
    var flow = ChannelFlow(developed, columns: 32, rows: 32)
    try flow.advance(to: 8)
    let centre = flow.horizontalVelocity(x: [0.5, 1, 2, 3, 3.9], y: [0.5])
    for u in centre { #expect(abs(u - 1.5) < 3e-3) }
  }

  @Test func aCopyGoesItsOwnWay() throws {
    var first = ChannelFlow(channel, columns: 16, rows: 12)
    try first.advance(to: 0.1)
    let atCopy = first.sampled(rows: 8, columns: 8)
    var second = first
    try second.advance(to: 0.3)
    #expect(first.sampled(rows: 8, columns: 8) == atCopy)
    try first.advance(to: 0.3)
    #expect(first.sampled(rows: 8, columns: 8) == second.sampled(rows: 8, columns: 8))
  }
}
