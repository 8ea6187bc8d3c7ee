import Experiment

/// What a submission would do, as text: the elements with their cells and resources, the script and
/// the commands.
public struct DryRun: Sendable {
  let submission: Submission
  let folder: SubmissionFolder
  let launch: Launch
  let commands: [String]

  /// A dry run of `launch`; `commands` as `Submitter.commands` gives them.
  public init(
    _ launch: Launch, of submission: Submission, in folder: SubmissionFolder, commands: [String]
  ) {
    self.submission = submission
    self.folder = folder
    self.launch = launch
    self.commands = commands
  }

  /// The text.
  public var text: String {
    let rows =
      [["element", "cells", "cores", "MiB", "minutes", "which"]]
      + submission.elements.map { element in
        [
          "\(element.number)", "\(element.cells.count)", "\(element.resources.cores)",
          "\(element.resources.memoryMebibytes)",
          "\(Int((element.resources.wallSeconds / 60).rounded(.up)))", Self.names(element.cells),
        ]
      }
    let script = JobScript(submission, in: folder, launch: launch.number).text
    return """
      \(ColumnText.lines(rows).joined(separator: "\n"))

      --- \(folder.script.path)
      \(script)--- commands; nothing was submitted
      \(commands.joined(separator: "\n"))

      """
  }

  /// As in `cavity-bc/fno 0-2; tube-bc/fno 1`.
  private static func names(_ cells: [CellIdentity]) -> String {
    var groups: [(name: String, seeds: [Int])] = []
    for cell in cells {
      let name = "\(cell.task)/\(cell.model)"
      if let place = groups.firstIndex(where: { $0.name == name }) {
        groups[place].seeds.append(cell.seed)
      } else {
        groups.append((name, [cell.seed]))
      }
    }
    return groups.map { "\($0.name) \(ElementList.text($0.seeds))" }.joined(separator: "; ")
  }
}
