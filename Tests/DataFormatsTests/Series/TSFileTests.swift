import DataFormats
import Foundation
import Testing

@Suite struct TSFileTests {
  private let head =
    "#text\n@problemName Two words\n@timestamps false\n@univariate false\n"
    + "@dimensions 2\n@equallength false\n@classLabel true a b\n"

  private func read(_ text: String) throws -> TSFile {
    try TSFile(decoding: Data(text.utf8), source: "x.ts")
  }

  @Test func seriesMayDifferInLengthAndMissValues() throws {
    let file = try read(head + "@data\n1,2.5,-3e-1:4,?,6:b\n\n7:8:a\n")
    #expect(file.problem == "Two words")
    #expect(file.classes == ["a", "b"])
    #expect(file.series.map(\.length) == [3, 1])
    #expect(file.series.map(\.label) == [1, 0])
    #expect(file.series[0].channels[0] == [1, 2.5, -0.3])
    #expect(file.series[0].channels[1][1].isNaN)
  }

  @Test(arguments: [
    ("", "x.ts:1: no series"), ("1,2:3,4:a\n", "x.ts:1: '1,2:3,4:a' before @data"),
    ("@timeStamps true\n", "x.ts:1: 'true'; expected series without time stamps"),
    ("@classLabel false\n", "x.ts:1: 'false'; expected series with classes"),
    ("@targetLabel true\n", "x.ts:1: 'true'"),
    ("@classLabel true a a\n", "x.ts:1: '@classLabel true a a'"),
    ("@dimensions 1000000000000\n", "x.ts:1: '@dimensions 1000000000000'"),
    ("@data\n1:a\n", "x.ts:1: no @classLabel before @data"),
  ])
  func aHeadThatDoesNotFitIsRefused(text: String, found: String) {
    #expect(message { _ = try read(text) }.hasPrefix(found))
  }

  /// Whatever a file holds, an error can be read.
  @Test func errorsShowTheBeginningOfLongText() {
    let many = (0..<5000).map { "class\($0)" }.joined(separator: " ")
    let unknown = message { _ = try read("@classLabel true \(many)\n@data\n1:other\n") }
    #expect(unknown.contains("expected one of class0, class1, "))
    #expect(unknown.contains(", class59 and 4940 others"))
    // One character with any number of accents.
    let accents = "e" + String(repeating: "\u{301}", count: 5000)
    for text in [accents, "@classLabel true a\n@data\n\(accents):a", "@dimensions \(accents)"] {
      #expect(message { _ = try read(text) }.utf8.count < 400)
    }
  }

  @Test func eachOfManyClassesIsFound() throws {
    let names = (0..<20_000).map { "c\($0)" }
    let lines = names.map { "1:\($0)" }.joined(separator: "\n")
    let file = try read("@classLabel true \(names.joined(separator: " "))\n@data\n\(lines)")
    #expect(file.series.map(\.label) == Array(0..<20_000))
  }

  @Test func moreClassesOrChannelsThanThereCanBeAreRefused() {
    let many = (0...100_000).map(String.init)
    #expect(
      message { _ = try read("@classLabel true \(many.joined(separator: " "))\n") }
        .contains("expected true and the classes, each once"))
    #expect(
      message { _ = try read("#\n@data" + String(repeating: " ", count: 1 << 20) + "x\n") }
        .hasPrefix("x.ts:2: 1048582 bytes in a line of the head; expected 1048576 or less"))
    let line = many.map { _ in "1:" }.joined() + "a"
    #expect(
      message { _ = try read("@classLabel true a\n@data\n\(line)\n") }
        .hasPrefix("x.ts:3: 100001 channels; expected 1 to 100000"))
  }

  @Test(arguments: [
    ("1:2:c", "class 'c'; expected one of a, b"), ("1:a", "1 channels; expected 2"),
    ("a", "0 channels"),
    ("1,2:3:a", "2 values in channel 1 and 1 in channel 2"), ("1,x:3,4:a", "'x' in channel 1"),
    ("1,:3,4:b", "'' in channel 1"), ("inf:3:b", "'inf' in channel 1"),
  ])
  func aSeriesThatDoesNotFitIsRefusedWithItsLine(line: String, found: String) {
    #expect(message { _ = try read(head + "@data\n" + line) }.hasPrefix("x.ts:9: \(found)"))
  }
}
