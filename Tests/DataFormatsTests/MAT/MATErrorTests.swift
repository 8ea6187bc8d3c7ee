import DataFormats
import Experiment
import Foundation
import Testing

/// What is said of files that are foreign, cut, damaged or beyond the reader.
@Suite struct MATErrorTests {
  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: reference("mat/\(name).mat"))
  }

  private func message(_ data: Data) -> String {
    do {
      _ = try MATFile(decoding: data, source: "u.mat")
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func foreignFilesAndOtherVersionsAreRefused() throws {
    #expect(
      message(try bytes("version73"))
        == "u.mat: a version 7.3 file (HDF5); expected a MATLAB version 5 file; "
        + "save it with the option -v7.")
    #expect(message(try bytes("version4")).hasPrefix("u.mat: 118 bytes; expected a MATLAB"))
    #expect(message(Data()).hasPrefix("u.mat: 0 bytes; expected a MATLAB version 5 file"))
    #expect(message(Data(repeating: 65, count: 400)).hasPrefix("u.mat: no byte order mark"))
    var other = try bytes("plain")
    other[125] = 9
    #expect(message(other).hasPrefix("u.mat: version 9 in its header"))
  }

  @Test func unsupportedKindsAreNamedAndTheirNeighboursRead() throws {
    let file = try MATFile(decoding: try bytes("others"), source: "u.mat")
    #expect(try file.array("number").values == [7])
    for (name, kind) in [
      ("table", "a structure"), ("list", "a cell array"), ("holes", "a sparse matrix"),
    ] {
      let error = #expect(throws: AssayError.self) { try file.array(name) }
      #expect(
        error?.description
          == "u.mat: the variable '\(name)' is \(kind); expected a numeric array; "
          + "save it as a full array of numbers or characters.")
    }
    let absent = #expect(throws: AssayError.self) { try file.array("u") }
    #expect(
      absent?.description
        == "u.mat: no variable 'u'; expected one of its variables: table, number, list, holes; "
        + "check the name.")
    #expect(throws: AssayError.self) { try file.text("number") }
  }

  @Test(arguments: ["plain", "compressed", "big_endian", "text", "others"])
  func everyCutIsAnErrorOrAWholeBeginning(name: String) throws {
    let whole = try bytes(name)
    let names = try MATFile(decoding: whole, source: "u.mat").variables.map(\.name)
    for length in 0..<whole.count {
      do {
        let found = try MATFile(decoding: whole.prefix(length), source: "u.mat").variables
        // A cut between two variables cannot be told from a file that has no more.
        #expect(found.count < names.count || length > whole.count - 8)
        #expect(found.map(\.name) == Array(names.prefix(found.count)))
      } catch let error as AssayError {
        #expect(error.kind == .badInput)
      }
    }
  }

  @Test(arguments: ["plain", "compressed", "big_endian", "text", "others"])
  func everyChangedByteIsAnErrorOrAnotherFile(name: String) throws {
    let whole = try bytes(name)
    for index in 0..<whole.count {
      for change in [UInt8(0xFF), 0x80, 0x01] {
        var damaged = whole
        damaged[index] ^= change
        do {
          _ = try MATFile(decoding: damaged, source: "u.mat")
        } catch let error as AssayError {
          #expect(error.kind == .badInput)
        }
      }
    }
  }

  @Test func aChangedCompressedFileIsFoundByItsChecksum() throws {
    var damaged = try bytes("compressed")
    damaged[150] ^= 0x10
    #expect(
      message(damaged)
        == "u.mat: compressed bytes that do not unpack; expected a whole MATLAB version 5 file; "
        + "save or copy it again.")
  }
}
