import DataFormats
import Foundation
import Tensors
import Testing

@Suite struct NPYTests {
  private static let kinds = [
    "float32", "float32_fortran", "float32_big", "float32_big_fortran", "float64",
    "float64_fortran", "float64_big", "float64_big_fortran",
  ]

  private func ramp(_ shape: [Int]) -> Tensor {
    Tensor(shape: shape, values: (0..<shape.reduce(1, *)).map { Float($0) / 8 - 1 })
  }

  @Test(arguments: kinds)
  func numbersOfEveryTypeAndOrderAreReadRowMajor(kind: String) throws {
    let array = try NPYArray.read(reference("npy/\(kind).npy"))
    #expect(array.tensor == ramp([2, 3, 4]))
    #expect(array.header.elementType == (kind.hasPrefix("float64") ? .float64 : .float32))
    #expect(array.header.byteOrder == (kind.contains("big") ? .big : .little))
    #expect(array.header.elementOrder == (kind.hasSuffix("fortran") ? .fortran : .c))
  }

  @Test func arraysOfAnyRankAreRead() throws {
    let scalar = try NPYArray.read(reference("npy/rank0.npy"))
    #expect(scalar.tensor == Tensor(shape: [], values: [2.5]))
    #expect(try NPYArray.read(reference("npy/rank1.npy")).tensor == ramp([5]))
    #expect(try NPYArray.read(reference("npy/rank4_fortran.npy")).tensor == ramp([2, 3, 2, 2]))
    #expect(try NPYArray.read(reference("npy/empty.npy")).tensor.shape == [0, 3])
  }

  @Test(arguments: ["version2", "version3"])
  func laterVersionsOfTheHeaderAreRead(name: String) throws {
    #expect(try NPYArray.read(reference("npy/\(name).npy")).tensor == ramp([2, 3]))
  }

  @Test func theFirstNumberThatIsNotFiniteIsFound() throws {
    #expect(try NPYArray.read(reference("npy/nan.npy")).firstNonFinite == [1, 2])
    #expect(try NPYArray.read(reference("npy/float32.npy")).firstNonFinite == nil)
  }

  @Test(arguments: [
    ("float32", [2, 3, 4]), ("rank1", [5]), ("empty", [0, 3]),
    ("rank16", [3] + Array(repeating: 1, count: 15)),
  ])
  func writingGivesTheBytesOfNumPy(name: String, shape: [Int]) throws {
    let written = NPYWriter.encoded(ramp(shape))
    #expect(written == (try Data(contentsOf: reference("npy/\(name).npy"))))
  }

  @Test func aScalarIsWrittenAsNumPyDoes() throws {
    let written = NPYWriter.encoded(Tensor(shape: [], values: [2.5]))
    #expect(written == (try Data(contentsOf: reference("npy/rank0.npy"))))
  }

  @Test func aWrittenFileIsReadBackBitForBit() throws {
    try withTemporaryFolder { folder in
      let tensor = Tensor(
        shape: [3, 2], values: [.pi, -0.0, .leastNonzeroMagnitude, 1e30, .infinity, -1])
      let url = folder.appending(path: "a.npy")
      try NPYWriter.write(tensor, to: url)
      let back = try NPYArray.read(url).tensor
      #expect(back.shape == [3, 2])
      #expect(back.values.map(\.bitPattern) == tensor.values.map(\.bitPattern))
    }
  }

  @Test func theHeaderAloneSaysShapeAndType() throws {
    let header = try NPYArray.header(of: reference("npy/float64_big_fortran.npy"))
    #expect(header.shape == [2, 3, 4])
    #expect(header.dataSize == 192)
    #expect(header.dataOffset == 128)
  }
}
