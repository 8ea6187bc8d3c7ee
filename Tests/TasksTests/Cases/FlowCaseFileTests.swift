import Experiment
import Foundation
import Tasks
import Testing

@Suite struct FlowCaseFileTests {
  /// The message of reading a case of `problem` whose `case.json` is `text`, without place and remedy.
  private func message(_ problem: FlowProblem, _ text: String) throws -> String {
    try withTemporaryFolder { root in
      let folder = OfficialFolder(root: root, problem: problem)
      try folder.write(.bc, cases: 1, frames: 2)
      let url = folder.file("\(folder.path(.bc, 0))/case.json")
      try Data(text.utf8).write(to: url)
      do {
        _ = try CFDBenchReader(folder: root, problem: problem, outputSize: 8).series(of: [.bc])
        return "no error"
      } catch let error as AssayError {
        #expect(error.location == url.path)
        return "\(error.found); expected \(error.expected)"
      }
    }
  }

  private static let cylinder =
    #"{"vel_in": 1, "density": 10, "viscosity": 0.001, "radius": 0.01, "x_min": -0.06, "#
    + #""x_max": 0.16, "y_min": -0.06, "y_max": 0.06}"#
  private static let dam =
    #"{"case_no": 3, "velocity": 1, "density": 100, "viscosity": 0.1, "barrier_height": 0.1, "#
    + #""barrier_width": 0.05, "height": 0.4, "width": 1.5, "dx": 0.1875, "dy": 0.05, "#
    + #""rotated": false}"#

  @Test func publishedFilesAreRead() throws {
    #expect(try message(.cylinder, Self.cylinder) == "no error")
    #expect(try message(.dam, Self.dam) == "no error")
  }

  @Test(arguments: [
    (
      #""radius": 0.01"#, #""radius": 0.06"#,
      "a cylinder of radius 0.06 m and a side 0.06 m from its centre; expected a cylinder inside "
        + "its box"
    ),
    (#""x_min": -0.06"#, #""x_min": 0.06"#, "'x_min' is 0.06; expected a negative number"),
    (#""viscosity": 0.001"#, #""viscosity": 0"#, "'viscosity' is 0.0; expected a positive number"),
    (#""density": 10"#, #""density": -1"#, "'density' is -1.0; expected a positive number"),
    (
      #""y_max": 0.06"#, #""y_max": 0.06, "dy": 0.1"#,
      "'dy' is 0.1 and 'y_max - y_min' is 0.12; expected dy = (y_max - y_min)/8, the fields having "
        + "8 cells along each side"
    ),
    (
      #""vel_in""#, #""vel_inn""#,
      "no key 'vel_in'; expected an object with the numbers 'vel_in', 'density', 'viscosity', "
        + "'radius', 'x_min', 'x_max', 'y_min' and 'y_max'"
    ),
    (
      #""radius""#, #""colour": 1, "radius""#,
      "unknown key 'colour'; expected an object with the numbers 'vel_in', 'density', "
        + "'viscosity', 'radius', 'x_min', 'x_max', 'y_min' and 'y_max'"
    ),
  ])
  func aCylinderThatCannotBeIsTold(part: String, by other: String, expected: String) throws {
    let text = Self.cylinder.replacingOccurrences(of: part, with: other)
    #expect(try message(.cylinder, text) == expected)
  }

  @Test func aBarrierOutsideTheWindowIsTold() throws {
    let text = Self.dam.replacingOccurrences(
      of: #""barrier_width": 0.05"#, with: #""barrier_width": 1"#)
    #expect(
      try message(.dam, text)
        == "a barrier 0.1 m high that ends at x = 1.5 m; expected a barrier within 0.4 m of height "
        + "and 1.5 m of width")
  }
}
