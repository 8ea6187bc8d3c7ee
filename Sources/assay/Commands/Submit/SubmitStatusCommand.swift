import ArgumentParser
import Foundation
import Submissions

/// `assay submit status`.
struct SubmitStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say where the elements of a submission stand; without an id, every submission.",
    discussion: """
      An element is waiting, running, done, failed with an exit code, or lost: it left without a word.

      EXAMPLES:
        assay submit status
        assay submit status 20260731-134502 --json
      """)

  @OptionGroup var place: SubmissionPlace

  @Argument(help: ArgumentHelp("A submission, by its id or its beginning.", valueName: "id"))
  var id: String?

  @Flag(help: "Print as JSON.")
  var json = false

  func run() throws {
    let shelf = place.shelf
    let folders = try id.map { [try shelf.find($0)] } ?? shelf.identifiers().map(shelf.folder)
    let found = try folders.map { folder in
      try Submitter.current(folder.submission().launcher).status(folder)
    }
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(found), as: UTF8.self))
    } else if id != nil {
      for status in found { print(status.text, terminator: "") }
    } else {
      for status in found { print("\(status.id): \(status.tally)") }
      if found.isEmpty { print("no submissions in \(place.folder)") }
    }
  }
}
