import DataFormats
import Experiment
import Foundation
import Testing

@Suite struct NPYErrorTests {
  private func message(_ data: Data) -> String {
    do {
      _ = try NPYArray(decoding: data, source: "u.npy")
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private func file(_ name: String) throws -> Data {
    try Data(contentsOf: reference("npy/\(name).npy"))
  }

  private func withHeader(_ text: String, data: Int = 0) -> Data {
    Data([0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.utf8.count), 0]) + Data(text.utf8)
      + Data(count: data)
  }

  @Test func aForeignFileIsRefused() {
    #expect(
      message(Data("hello, world".utf8))
        == "u.npy: the first bytes are not those of an .npy file; expected the bytes \\x93NUMPY; "
        + "save the array with numpy.save.")
    #expect(message(Data()).hasPrefix("u.npy: the first bytes are not those of an .npy file"))
  }

  @Test func aCutFileIsRefusedWithItsLengths() throws {
    let whole = try file("float32")
    #expect(
      message(whole.prefix(whole.count - 5))
        == "u.npy: \(whole.count - 5) bytes; expected \(whole.count) bytes; "
        + "copy or save the file again: it is cut short.")
    #expect(
      message(whole.prefix(40))
        == "u.npy: 40 bytes; expected 128 bytes; copy or save the file again: it is cut short.")
  }

  @Test func everyCutOfAFileIsRefused() throws {
    let whole = try file("version2")
    for length in 0..<whole.count {
      #expect(message(whole.prefix(length)) != "no error", "\(length) bytes")
    }
  }

  @Test func bytesBeyondTheDataAreRefused() throws {
    let whole = try file("float32")
    #expect(
      message(whole + Data([0]))
        == "u.npy: \(whole.count + 1) bytes; expected \(whole.count) bytes by its header; "
        + "save the array with numpy.save.")
  }

  @Test func anotherTypeOfNumberIsRefused() throws {
    #expect(
      message(try file("int32"))
        == "u.npy: numbers of type '<i4'; expected float32 or float64 ('<f4', '>f4', '<f8' or "
        + "'>f8'); save array.astype('float32') instead.")
    #expect(message(try file("structured")).hasPrefix("u.npy: numbers of type 'structured'"))
  }

  @Test func anotherVersionIsRefused() throws {
    var bytes = try file("float32")
    bytes[6] = 9
    #expect(
      message(bytes)
        == "u.npy: an .npy file of version 9; expected version 1, 2 or 3; "
        + "save the array with numpy.save.")
  }

  @Test func aHeaderWithoutItsKeysIsRefused() {
    #expect(
      message(withHeader("{'descr': '<f4', 'shape': (1,)}"))
        == "u.npy: a header that reads {'descr': '<f4', 'shape': (1,)}; expected a dictionary with "
        + "'descr', 'fortran_order' and 'shape'; save the array with numpy.save.")
  }

  @Test(arguments: [
    "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
    "{'descr': '<f4', 'fortran_order': 1, 'shape': (1,)}",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (1 2)}",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} x",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4)}",
    "{'descr': '<f4", "{", "",
  ])
  func aNonsenseHeaderIsRefused(text: String) {
    #expect(message(withHeader(text, data: 4)).hasPrefix("u.npy: "))
  }

  @Test func anAbsentFileIsTold() {
    #expect(throws: AssayError.self) { try NPYArray.read(URL(fileURLWithPath: "/absent/u.npy")) }
    do {
      _ = try NPYArray.read(URL(fileURLWithPath: "/absent/u.npy"))
    } catch {
      #expect(
        "\(error)"
          == "/absent/u.npy: cannot be read: No such file or directory; expected a readable file; "
          + "check the path and its permissions.")
    }
  }
}
