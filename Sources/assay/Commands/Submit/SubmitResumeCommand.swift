import ArgumentParser
import Submissions

/// `assay submit resume`.
struct SubmitResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Start those elements again that failed, were lost or never began.",
    discussion: """
      What runs, waits or is done is left alone, and cells that are done are not run again.

      EXAMPLES:
        assay submit resume 20260731-134502
        assay submit resume 20260731-134502 --retry-failed --wait
      """)

  @OptionGroup var place: SubmissionPlace

  @Argument(help: ArgumentHelp("The submission, by its id or its beginning.", valueName: "id"))
  var id: String

  @Flag(help: "Also run those cells again that failed in elements that are done.")
  var retryFailed = false

  @Flag(help: "Wait for the end; Ctrl-C stops the waiting alone.")
  var wait = false

  func run() throws {
    let folder = try place.shelf.find(id)
    let submitter = Submitter.current(try folder.submission().launcher)
    guard let launch = try submitter.resume(folder, retriesFailed: retryFailed) else {
      print("nothing to start again")
      return print(try submitter.status(folder).text, terminator: "")
    }
    try SubmissionWatch(submitter: submitter, folder: folder).told(of: launch, waits: wait)
  }
}
