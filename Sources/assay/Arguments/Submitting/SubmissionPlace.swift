import ArgumentParser
import Foundation
import Submissions

/// Where submissions lie.
struct SubmissionPlace: ParsableArguments {
  @Option(
    name: .customLong("folder"),
    help: ArgumentHelp("The folder of submissions; every node must see it.", valueName: "folder"))
  var folder = ".assay/submissions"

  /// The submissions.
  var shelf: SubmissionShelf { SubmissionShelf(URL(filePath: folder, directoryHint: .isDirectory)) }
}
