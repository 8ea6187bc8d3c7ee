import ArgumentParser
import ExternalModels
import Foundation

/// `assay init model`: a model in another language that runs as it stands.
struct InitModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Write a model in Python, C or shell that runs as it stands.",
    discussion: """
      No file that is there is touched.

      EXAMPLES:
        assay init model my-model --language python
        assay init model my-model --language c --folder models
      """)

  @Argument(help: ArgumentHelp("The model's id, as in my-model.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("python, c or shell.", valueName: "language"))
  var language = ModelSkeleton.Language.python

  @Option(help: ArgumentHelp("Where its files are written.", valueName: "folder"))
  var folder = "."

  func run() throws {
    let skeleton = try ModelSkeleton(id: id, language: language)
    let file = try skeleton.write(to: URL(filePath: folder, directoryHint: .isDirectory))
      .relativePath
    for written in skeleton.files { print("wrote \(written.name)") }
    if !skeleton.preparation.isEmpty { print("first: \(skeleton.preparation)") }
    print("then: assay check-model \(file)\n      assay run cfdbench --model \(file)")
  }
}
