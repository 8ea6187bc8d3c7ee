import DataFormats
import Foundation
import Testing

@Suite struct CIFARBatchTests {
  private func record(_ label: UInt8, _ value: UInt8) -> Data {
    Data([label]) + Data(repeating: value, count: 3072)
  }

  @Test func imagesFollowOneAnother() throws {
    let batch = try CIFARBatch(decoding: record(3, 9) + record(0, 200), source: "b")
    #expect(batch.labels == [3, 0])
    #expect(batch.values.count == 2 * 3072)
    #expect(batch.values[3071] == 9 && batch.values[3072] == 200)
  }

  @Test func whatIsNoBatchIsRefused() {
    func read(_ data: Data) -> String {
      message { _ = try CIFARBatch(decoding: data, source: "b") }
    }
    #expect(read(Data()).hasPrefix("b: 0 bytes; expected a multiple of 3073, one or more images"))
    #expect(read(record(1, 1).dropLast()).hasPrefix("b: 3072 bytes"))
    #expect(
      read(record(1, 1) + record(10, 1)).hasPrefix("b: class 10 at byte 3073; expected 0 to 9"))
  }
}
