import Testing

/// Operations of a tape are compiled for both precisions: generic code that is not looks up its types at every
/// call, which is a fifth of the time of small networks.
@Suite struct SpecialisationTests {
  private static let attributes = [
    "  @_specialize(where S == Float)", "  @_specialize(where S == Double)",
  ]

  private static func isStep(_ line: Substring) -> Bool {
    line.hasSuffix("{")
      && ["  func forward(_ pool:", "  func backward(_ pool:"].contains { line.hasPrefix($0) }
  }

  @Test func everyStepOfAnOperationIsCompiledForBothPrecisions() {
    var count = 0
    var missing: [String] = []
    for file in RepositoryFile.swift(under: "Sources/Autodiff") {
      let lines = file.lines
      for index in lines.indices where Self.isStep(lines[index]) {
        count += 1
        let before = lines[..<index].suffix(2).map { String($0) }
        if before != Self.attributes { missing.append("\(file.path):\(index + 1)") }
      }
    }
    #expect(count > 100)
    #expect(missing == [])
  }
}
