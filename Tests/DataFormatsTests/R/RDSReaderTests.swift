import DataFormats
import Foundation
import Testing

/// Values that no program of R writes.
@Suite struct RDSReaderTests {
  private func read(_ object: Data) -> String {
    message { _ = try RDSBytes.database(object).value("a") }
  }

  @Test func anObjectThatIsNotPackedIsRead() throws {
    let database = try RDSBytes.database(RDSBytes.texts(["b", "c"]))
    #expect(try database.value("a").texts == ["b", "c"])
  }

  @Test func nestingHasABound() {
    func nested(_ depth: Int) -> Data {
      (0..<depth).reduce(RDSBytes.integers([1])) { inner, _ in
        RDSBytes.word(19) + RDSBytes.word(1) + inner
      }
    }
    #expect(read(nested(63)) == "no error")
    #expect(read(nested(64)).contains("lists nested deeper than 64"))
    // Attributes, tags and names of symbols nest too.
    for unit in [[0x202], [0x402], [1], [0x213, 0, 2]] {
      let deep = Data((0..<10_000).flatMap { _ in unit.flatMap { RDSBytes.word($0) } })
      #expect(read(deep).contains("lists nested deeper than 64"))
    }
  }

  /// A length is no reason to make room before the bytes are there.
  @Test(arguments: [9, 10, 13, 14, 16, 19])
  func lengthsThatLieAreRefused(kind: Int) {
    for count in [Int(Int32.max), -2, 1 << 20, 3] {
      let lying = read(RDSBytes.word(kind) + RDSBytes.word(count) + Data([0, 0]))
      #expect(lying.hasPrefix("o, a: ") && lying.contains("\(count)"))
    }
  }

  @Test func referencesToNothingAreRefused() {
    for words in [[0x1FF], [0xFF, 0], [0xFF, -1], [0xFF, 7]] {
      #expect(read(Data(words.flatMap { RDSBytes.word($0) })).contains("a reference to value"))
    }
  }

  @Test func aFrameOfUnequalColumnsIsRefused() throws {
    func frame(_ columns: [Data]) -> String {
      message {
        let named = columns.enumerated().map { ("c\($0)", $1) }
        _ = try RDataFrame(RDSBytes.database(RDSBytes.frame(named)).value("a"), source: "a")
      }
    }
    let (two, one) = (RDSBytes.integers([1, 2]), RDSBytes.texts(["x"]))
    #expect(frame([two, two]) == "no error")
    #expect(frame([]).hasPrefix("a: no vector as first column; expected vectors of one length"))
    #expect(
      frame([two] + Array(repeating: two, count: 300) + [one])
        .hasPrefix("a: 2 values in column 1 and 1 values in column 302; expected vectors"))
    #expect(frame([one, RDSBytes.word(254)]).contains("and no vector in column 2"))
  }

  /// Whatever an index holds, an error can be read.
  @Test func errorsShowTheBeginningOfNamesAndPlaces() throws {
    let name = String(repeating: "n", count: 20_000)
    let object = RDSBytes.integers([1])
    let missing = message { _ = try RDSBytes.database(object, name: name).value("b") }
    #expect(missing.hasPrefix("o: no object 'b'; expected one of nnn"))
    let places = Array(0..<2000)
    let misplaced = message {
      _ = try RDSBytes.database(object, name: name, at: places).value(name)
    }
    #expect(misplaced.contains("lies at bytes [0.0, 1.0, 2.0] of"))
    let damaged = message { _ = try RDSBytes.database(Data([1]), name: name).value(name) }
    let columns = (0..<2000).map { ("column \($0)", object) }
    let frame = try RDataFrame(RDSBytes.database(RDSBytes.frame(columns)).value("a"), source: "a")
    let absent = message { _ = try frame.numbers(name) }
    #expect(absent.contains("column 59 and 1940 others"))
    #expect([missing, misplaced, damaged, absent].allSatisfy { $0.utf8.count < 1500 })
  }
}
