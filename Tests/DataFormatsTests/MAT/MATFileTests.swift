import DataFormats
import Experiment
import Foundation
import Testing

/// Files of SciPy and of MATLAB, read number by number.
@Suite struct MATFileTests {
  private func file(_ name: String) throws -> MATFile {
    try MATFile.read(reference("mat/\(name).mat"))
  }

  @Test(
    arguments: ["plain", "compressed"],
    [
      "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32",
      "float64",
    ])
  func everyNumericClassIsReadRowByRow(name: String, kind: String) throws {
    let array = try file(name).array(kind)
    #expect(array == MATArray(shape: [2, 3], values: [1, 2, 3, 4, 5, 100], imaginary: nil))
  }

  @Test(arguments: ["plain", "compressed"])
  func shapesComplexAndSpecialValuesAreKept(name: String) throws {
    let file = try file(name)
    let cube = try file.array("cube")
    #expect(cube.shape == [2, 3, 4])
    #expect(cube.values == (0..<24).map(Double.init))
    let complex = try file.array("complex")
    #expect(complex.values == (0..<12).map(Double.init))
    #expect(complex.imaginary == (12..<24).map(Double.init))
    #expect(try file.array("truth").values == [1, 0])
    #expect(try file.array("scalar") == MATArray(shape: [1, 1], values: [2.5], imaginary: nil))
    #expect(try file.array("empty") == MATArray(shape: [0, 3], values: [], imaginary: nil))
    #expect(try file.array("negative").values == [-1.5, -7, 1e300])
    #expect(try file.array("whole").values == [-3, 0, 4])
  }

  @Test func bigEndianAndSmallElementsAreRead() throws {
    let file = try file("big_endian")
    #expect(
      try file.array("x") == MATArray(shape: [2, 3], values: [1, 2, 3, 4, 5, 6], imaginary: nil))
    #expect(
      try file.array("numbers")
        == MATArray(shape: [1, 2], values: [-2, 300], imaginary: [7, 8]))
  }

  @Test func charactersAreReadByRows() throws {
    let file = try file("text")
    #expect(try file.text("word") == ["Grüße"])
    #expect(try file.text("rows") == ["ab ", "cde"])
  }

  @Test func thePublicSolutionsHaveTheirShapesAndFirstColumns() throws {
    for (name, points) in [("AC", 512), ("KdV", 512), ("NLS", 256)] {
      let file = try MATFile.read(reference("raissi-pinns/\(name).mat"))
      #expect(file.variables.map(\.name).sorted() == ["tt", "uu", "x"])
      let (x, u) = (try file.array("x"), try file.array("uu"))
      #expect(x.shape == [1, points] && u.shape == [points, 201])
      #expect((u.imaginary != nil) == (name == "NLS"))
      for (index, place) in x.values.enumerated() {
        let start =
          switch name {
          case "AC": place * place * cos(.pi * place)
          case "KdV": cos(.pi * place)
          default: 2 / cosh(place)
          }
        // Other cos and cosh than MATLAB's, a few units in the last place apart.
        #expect(abs(u.values[201 * index] - start) < 1e-15)
      }
    }
    let shock = try MATFile.read(reference("raissi-pinns/burgers_shock.mat"))
    #expect(try shock.array("usol").shape == [256, 100])
    #expect(try shock.array("x").values.last == 1)
  }
}
