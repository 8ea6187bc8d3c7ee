import DataFormats
import Foundation
import Testing

/// Against databases that Tests/References/rdata/make.py wrote by the format's description.
@Suite struct RDatabaseTests {
  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: reference("rdata/\(path)"))
  }

  @Test(arguments: ["zlib", "lzma"])
  func aDataFrameHasItsColumns(packing: String) throws {
    let database = try RDatabase(in: reference("rdata/\(packing)"))
    #expect(database.names == ["visits", "note"])
    let frame = try RDataFrame(database.value("visits"), source: "visits")
    #expect(frame.rows == 3)
    #expect(frame.names == ["id", "bili", "sex"])
    #expect(try frame.numbers("id") == [1, 1, 2])
    #expect(try frame.numbers("sex") == [1, 2, 2])
    let bilirubin = try frame.numbers("bili")
    #expect(bilirubin[0] == 0.5 && bilirubin[1].isNaN && bilirubin[2] == -2.25)
    #expect(try database.value("note").texts == ["made by hand"])
  }

  @Test func whatIsNotThereIsToldWithWhatIs() throws {
    let database = try RDatabase(in: reference("rdata/zlib"))
    let frame = try RDataFrame(database.value("visits"), source: "visits")
    #expect(message { _ = try database.value("pbcseq") }.contains("expected one of visits, note"))
    #expect(message { _ = try frame.numbers("ast") }.contains("expected one of id, bili, sex"))
    #expect(
      message { _ = try RDataFrame(database.value("note"), source: "note") }
        .hasPrefix("note: another value; expected a data frame"))
  }

  /// No cut or changed byte may trap or fill the memory.
  @Test(arguments: ["zlib", "lzma"])
  func damagedDatabasesEndInErrors(packing: String) throws {
    let (index, objects) = (try bytes("\(packing)/Rdata.rdx"), try bytes("\(packing)/Rdata.rdb"))
    func read(_ index: Data, _ objects: Data) -> String {
      message {
        let database = try RDatabase(
          index: index, objects: objects, source: "o", indexSource: "i")
        _ = try RDataFrame(database.value("visits"), source: "o")
      }
    }
    #expect(read(index, objects) == "no error")
    for count in 0..<index.count { #expect(read(index.prefix(count), objects) != "no error") }
    for count in stride(from: 0, to: 150, by: 3) {
      #expect(read(index, objects.prefix(count)) != "no error")
    }
    for place in 0..<200 {
      var damaged = objects
      damaged[place] ^= 0x10
      _ = read(index, damaged)
    }
  }

  /// The unpacked index itself, byte by byte: lengths, kinds and references that lie.
  @Test func lyingValuesEndInErrors() throws {
    let plain = try Inflation(limit: 1 << 20, source: "i").unpack(bytes("zlib/Rdata.rdx"))
    let objects = try bytes("zlib/Rdata.rdb")
    for place in plain.indices {
      for value: UInt8 in [0, 0x7F, 0xFF] {
        var lying = plain
        lying[place] = value
        _ = message {
          let database = try RDatabase(
            index: RDSBytes.stored(lying), objects: objects, source: "o", indexSource: "i")
          _ = try database.value("visits")
        }
      }
    }
  }
}
