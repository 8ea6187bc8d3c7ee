import DataFormats
import Experiment
import Foundation
import Tensors
import Testing

@Suite struct SafetensorsTests {
  private let tensors = [
    "weight": Tensor(shape: [2, 3], values: (0..<6).map { Float($0) / 8 - 1 }),
    "bias": Tensor(shape: [2], values: [0.5, -0.25]),
    "scalar": Tensor(shape: [], values: [3]),
  ]

  private func message(_ data: Data) -> String {
    do {
      _ = try Safetensors(decoding: data, source: "net.safetensors")
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private func file(header: String, body: Int = 0) -> Data {
    var data = Data()
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { data.append(contentsOf: $0) }
    return data + Data(header.utf8) + Data(count: body)
  }

  @Test func aFileOfTheReferenceLibraryIsRead() throws {
    let file = try Safetensors.read(reference("safetensors/three.safetensors"))
    #expect(file.tensors == tensors)
    #expect(file.metadata == ["made": "by safetensors"])
  }

  @Test func aWrittenFileIsReadBack() throws {
    let file = Safetensors(tensors: tensors, metadata: ["epoch": "3"])
    #expect(try Safetensors(decoding: try file.encoded(), source: "memory") == file)
  }

  @Test func equalContentsGiveEqualBytesInOrderOfName() throws {
    let header =
      #"{"bias":{"data_offsets":[0,8],"dtype":"F32","shape":[2]},"scalar":{"data_offsets":[8,12],"#
      + #""dtype":"F32","shape":[]},"weight":{"data_offsets":[12,36],"dtype":"F32","shape":[2,3]}}"#
    let bytes = try Safetensors(tensors: tensors).encoded()
    let text = String(decoding: bytes[8...].prefix(header.utf8.count), as: UTF8.self)
    #expect(text == header)
    #expect(bytes == (try Safetensors(tensors: tensors).encoded()))
  }

  @Test func aSliceOfALargerBufferIsRead() throws {
    let bytes = Data([1, 2, 3]) + (try Safetensors(tensors: tensors).encoded())
    let slice = bytes.dropFirst(3)
    #expect(try Safetensors(decoding: slice, source: "slice").tensors == tensors)
  }

  @Test func anotherTypeOfNumberIsRefused() {
    #expect(
      message(file(header: #"{"a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}}"#, body: 4))
        == "net.safetensors: tensor 'a' has dtype BF16; expected dtype F32; write the file again.")
  }

  @Test func offsetsThatDoNotFitAreRefused() {
    #expect(
      message(file(header: #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, body: 4))
        == "net.safetensors: tensor 'a' has shape [2] at bytes [0, 4]; expected 4 bytes for every "
        + "element; write the file again.")
    #expect(
      message(file(header: #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, body: 4))
        == "net.safetensors: tensor 'a' ends at byte 8 of 4; expected a whole file; "
        + "write the file again.")
  }

  @Test func aHeaderLongerThanTheFileIsRefused() {
    #expect(
      message(Data([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7B]))
        == "net.safetensors: a header of 18446744073709551615 bytes in a file of 9 bytes; expected "
        + "a whole safetensors file; write the file again.")
    #expect(message(Data([1])).hasPrefix("net.safetensors: 1 bytes"))
  }

  @Test func everyCutOfAFileIsRefused() throws {
    let whole = try Safetensors(tensors: tensors).encoded()
    for length in 0..<whole.count { #expect(message(whole.prefix(length)) != "no error") }
  }
}
