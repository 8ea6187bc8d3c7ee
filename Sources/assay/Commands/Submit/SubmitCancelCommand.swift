import ArgumentParser
import Submissions

/// `assay submit cancel`.
struct SubmitCancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract:
      "Stop what of a submission waits or runs; finished cells stay, and it can be resumed.",
    discussion: """
      EXAMPLES:
        assay submit cancel 20260731-134502
      """)

  @OptionGroup var place: SubmissionPlace

  @Argument(help: ArgumentHelp("The submission, by its id or its beginning.", valueName: "id"))
  var id: String

  func run() throws {
    let folder = try place.shelf.find(id)
    try Submitter.current(folder.submission().launcher).cancel(folder)
    print("told \(folder.url.lastPathComponent) to stop")
  }
}
