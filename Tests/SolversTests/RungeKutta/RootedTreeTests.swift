import Testing

@Suite struct RootedTreeTests {
  /// Sequence A000081 of the encyclopedia of integer sequences.
  @Test(arguments: zip(1...8, [1, 1, 2, 4, 9, 20, 48, 115]))
  func thereAreAsManyTreesAsCayleyCounted(order: Int, count: Int) {
    #expect(RootedTree.all(of: order).count == count)
  }

  @Test func theDensityOfATallTreeIsAFactorial() {
    let tall = RootedTree(children: [RootedTree(children: [RootedTree(children: [])])])
    #expect(tall.density == 6)
    #expect(
      RootedTree(children: [RootedTree](repeating: .init(children: []), count: 3)).density == 4)
  }
}
