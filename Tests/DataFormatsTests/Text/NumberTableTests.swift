import DataFormats
import Foundation
import Testing

@Suite struct NumberTableTests {
  private func read(_ text: String) throws -> NumberTable {
    try NumberTable(decoding: Data(text.utf8), source: "t.csv")
  }

  @Test func rowsBecomeNumbers() throws {
    let table = try read("1, 2,-3\n0.1,1e-3,123456789012345680\r\n")
    #expect(table.rows == 2 && table.columns == 3)
    #expect(table.values == [1, 2, -3, 0.1, 0.001, 123_456_789_012_345_680])
    #expect(try read("").rows == 0)
  }

  /// The fast path for short numbers rounds as Swift's own reading of text does.
  @Test func shortDecimalsAreRoundedCorrectly() throws {
    let texts = (1..<2000).map { "\($0 * 7919).\($0 * 104729 % 9_999_991)" }
    #expect(try read(texts.joined(separator: ",")).values == texts.compactMap(Double.init))
  }

  @Test(arguments: [
    ("1,2\n3\n", "t.csv:2: 1 columns; expected 2"), ("1,a\n", "t.csv:1: 'a' in column 2"),
    ("1,,2\n", "t.csv:1: '' in column 2"), ("1,nan\n", "t.csv:1: 'nan' in column 2"),
    ("1,2\u{0}\n", "t.csv:1: '2\\0' in column 2"), ("1,2\u{0}3\n", "t.csv:1: '2\\03' in column 2"),
    ("1,0x1p3\n", "t.csv:1: '0x1p3' in column 2"), ("1e999\n", "t.csv:1: '1e999' in column 1"),
    (".\n", "t.csv:1: '.' in column 1"), ("-\n", "t.csv:1: '-' in column 1"),
  ])
  func whatIsNoTableIsRefusedWithItsLine(text: String, found: String) {
    #expect(message { _ = try read(text) }.hasPrefix(found))
  }
}
