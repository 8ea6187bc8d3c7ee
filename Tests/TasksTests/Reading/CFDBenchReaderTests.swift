import DataFormats
import Experiment
import Foundation
import Tasks
import Tensors
import Testing

@Suite struct CFDBenchReaderTests {
  private let remedy = "generate or download the case again."

  /// The message of reading a folder of two BC cases that `damage` was done to.
  private func message(after damage: (OfficialFolder) throws -> Void) throws -> (String, URL) {
    try withTemporaryFolder { root in
      let folder = OfficialFolder(root: root)
      try folder.write(.bc, cases: 2, frames: 4)
      try damage(folder)
      do {
        _ = try CFDBenchReader(folder: root, problem: .cavity, outputSize: 8).series(of: [.bc])
        return ("no error", root)
      } catch {
        return ("\(error)", root)
      }
    }
  }

  @Test func casesComeInOrderWithTheirFramesInterleaved() throws {
    try withTemporaryFolder { root in
      let folder = OfficialFolder(root: root)
      try folder.write(.geo, cases: 2, frames: 3)
      try folder.write(.bc, cases: 3, frames: 4)
      let series = try CFDBenchReader(folder: root, problem: .cavity, outputSize: 8).series(of: [
        .geo, .bc,
      ])
      #expect(series.map(\.sweep) == [.bc, .bc, .bc, .geo, .geo])
      #expect(series.map { $0.parameters[.lidVelocity] } == [1, 2, 3, 10, 10])
      #expect(series.map(\.frameCount) == [4, 4, 4, 3, 3])
      let u = try NPYArray.read(folder.file("cavity/bc/case0001/u.npy")).tensor.values
      let v = try NPYArray.read(folder.file("cavity/bc/case0001/v.npy")).tensor.values
      let frame = Array(series[1].velocity.values[128 * 2..<128 * 3])
      #expect(frame == Array(u[64 * 2..<64 * 3]) + Array(v[64 * 2..<64 * 3]))
    }
  }

  @Test func theTreeIsFoundFromAboveAndFromWithin() throws {
    try withTemporaryFolder { root in
      let data = root.appending(path: "download/data")
      try OfficialFolder(root: data).write(.bc, cases: 1, frames: 2)
      for name in ["download", "download/data", "download/data/cavity"] {
        let reader = try CFDBenchReader(
          folder: root.appending(path: name), problem: .cavity, outputSize: 8)
        #expect(reader.root.path == data.path, "\(name)")
      }
    }
  }

  @Test func aLimitTakesCasesEvenly() throws {
    try withTemporaryFolder { root in
      try OfficialFolder(root: root).write(.bc, cases: 9, frames: 2)
      let series = try CFDBenchReader(folder: root, problem: .cavity, outputSize: 8).series(
        of: [.bc], limit: 3)
      #expect(series.map(\.number) == [0, 4, 8])
    }
  }

  @Test func aFolderWithoutCasesIsTold() throws {
    try withTemporaryFolder { root in
      do {
        _ = try CFDBenchReader(folder: root, problem: .cavity)
        Issue.record("an empty folder was taken for data")
      } catch {
        #expect(
          "\(error)"
            == "\(root.path): no CFDBench cavity data; expected folders cavity/bc, cavity/prop or "
            + "cavity/geo in it or in its folder 'data'; name the folder that holds 'cavity', or "
            + "import a downloaded archive first.")
      }
    }
  }

  @Test func aWrongHeaderIsTold() throws {
    let (found, root) = try message { folder in
      try Data("not an array".utf8).write(to: folder.file("cavity/bc/case0001/u.npy"))
    }
    #expect(
      found
        == "\(root.path)/cavity/bc/case0001/u.npy: the first bytes are not those of an .npy file; "
        + "expected the bytes \\x93NUMPY; save the array with numpy.save.")
  }

  @Test func aCutFileIsTold() throws {
    let (found, root) = try message { folder in
      let url = folder.file("cavity/bc/case0000/v.npy")
      try Data(contentsOf: url).prefix(1000).write(to: url)
    }
    #expect(
      found
        == "\(root.path)/cavity/bc/case0000/v.npy: 1000 bytes; expected 1152 bytes; copy or save "
        + "the file again: it is cut short.")
  }

  @Test func aNumberThatIsNotFiniteIsTold() throws {
    let (found, root) = try message { folder in
      let url = folder.file("cavity/bc/case0001/v.npy")
      var tensor = try NPYArray.read(url).tensor
      tensor.values[2 * 64 + 3 * 8 + 5] = .nan
      try NPYWriter.write(tensor, to: url)
    }
    #expect(
      found
        == "\(root.path)/cavity/bc/case0001/v.npy: a number that is not finite at frame 2, row 3, "
        + "column 5; expected finite velocities; \(remedy)")
  }

  @Test func aWrongShapeIsTold() throws {
    let (found, root) = try message { folder in
      try NPYWriter.write(
        Tensor(shape: [4, 8, 9]), to: folder.file("cavity/bc/case0000/u.npy"))
    }
    #expect(
      found
        == "\(root.path)/cavity/bc/case0000/u.npy: shape [4, 8, 9]; expected shape [frames, 8, 8]; "
        + remedy)
  }

  @Test func componentsOfDifferentLengthAreTold() throws {
    let (found, root) = try message { folder in
      try NPYWriter.write(
        Tensor(shape: [3, 8, 8]), to: folder.file("cavity/bc/case0000/v.npy"))
    }
    #expect(
      found
        == "\(root.path)/cavity/bc/case0000/v.npy: shape [3, 8, 8]; expected shape [4, 8, 8] as "
        + "u.npy has; \(remedy)")
  }

  @Test func aCaseFileOfAnotherGridIsTold() throws {
    let (found, root) = try message { folder in
      try Data(
        #"{"vel_top": 1, "density": 1, "viscosity": 1e-5, "height": 1, "width": 1, "dx": 0.25}"#
          .utf8
      ).write(to: folder.file("cavity/bc/case0000/case.json"))
    }
    #expect(
      found
        == "\(root.path)/cavity/bc/case0000/case.json: 'dx' is 0.25 and 'width' is 1.0; expected "
        + "dx = width/8, the fields having 8 cells along each side; correct the file or download "
        + "it again.")
  }

  @Test(arguments: [
    (#"{"vel_top": 1, "viscosity": 1, "height": 1, "width": 1}"#, "no key 'density'"),
    (
      #"{"vel_top": 1, "density": "air", "viscosity": 1, "height": 1, "width": 1}"#,
      "'density' is not a number"
    ),
    ("{", "not JSON"),
  ])
  func aWrongCaseFileIsTold(text: String, what: String) throws {
    let (found, root) = try message { folder in
      try Data(text.utf8).write(to: folder.file("cavity/bc/case0000/case.json"))
    }
    #expect(
      found
        == "\(root.path)/cavity/bc/case0000/case.json: \(what); expected an object with the "
        + "numbers 'vel_top', 'density', 'viscosity', 'height' and 'width'; correct the file or "
        + "download it again.")
  }

  @Test func aMissingFileIsTold() throws {
    let (found, root) = try message { folder in
      try FileManager.default.removeItem(at: folder.file("cavity/bc/case0001/case.json"))
    }
    #expect(
      found
        == "\(root.path)/cavity/bc/case0001/case.json: cannot be read: No such file or directory; "
        + "expected a readable file; check the path and its permissions.")
  }

  @Test func aCaseThatTheManifestPromisesIsMissed() throws {
    let (found, root) = try message { folder in
      try Manifest(of: folder.root).write(into: folder.root)
      try FileManager.default.removeItem(at: folder.file("cavity/bc/case0000"))
    }
    let lost = ["case.json", "u.npy", "v.npy"].map {
      "\n  \(root.path)/cavity/bc/case0000/\($0): it is missing; expected the file that "
        + "manifest.json lists; generate or download the data again."
    }
    #expect(
      found
        == "\(root.path): 3 problems:\(lost.joined())\n ; expected a folder in the official format "
        + "of CFDBench; correct or download the files again.")
  }

  @Test func moreThanTwentyProblemsAreCounted() throws {
    let (found, _) = try message { folder in
      for number in 2..<9 {
        try FileManager.default.createDirectory(
          at: folder.file("cavity/bc/case000\(number)"), withIntermediateDirectories: true)
      }
    }
    #expect(found.contains(": 21 problems:\n"))
    #expect(found.contains("\n  and 1 more\n ; expected"))
  }
}
