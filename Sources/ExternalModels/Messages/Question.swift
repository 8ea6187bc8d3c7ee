import Experiment
import Foundation

/// What a model's program is asked (docs/protocol.md).
enum Question {
  /// Who are you, and can you do this.
  case hello(Hello)
  /// Learn this.
  case fit(Budget, samples: Int, validationSamples: Int)
  /// Predict that many samples.
  case predict(samples: Int)
  /// Keep what you have learnt in a file of the scratch folder.
  case save(path: String)
  /// Take it from there again.
  case load(path: String)
  /// Goodbye.
  case bye
  /// A type that no version has, to see what becomes of it.
  case unknown(String)

  /// What the first question says.
  struct Hello {
    let role: Role
    let parameters: JSONValue
    let seed: UInt32
    let threads: Int
    let scratch: String
    let shared: String
  }

  /// Its type.
  var name: String {
    switch self {
    case .hello: "hello"
    case .fit: "fit"
    case .predict: "predict"
    case .save: "save"
    case .load: "load"
    case .bye: "bye"
    case .unknown(let name): name
    }
  }

  /// The header, which points to `body` when that lies in a file.
  func header(body: SharedBody? = nil) throws -> Data {
    var fields = try self.fields
    fields["type"] = .text(name)
    if let body {
      fields["body"] = .mapping(["name": .text(body.name), "bytes": .integer(body.bytes)])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(fields)
  }

  private var fields: [String: JSONValue] {
    get throws {
      switch self {
      case .hello(let hello): try hello.fields
      case .fit(let budget, let samples, let validationSamples):
        [
          "budget": budget.told, "samples": .integer(samples),
          "validationSamples": .integer(validationSamples),
        ]
      case .predict(let samples): ["samples": .integer(samples)]
      case .save(let path), .load(let path): ["path": .text(path)]
      case .bye, .unknown: [:]
      }
    }
  }
}

extension Question.Hello {
  fileprivate var fields: [String: JSONValue] {
    get throws {
      [
        "protocol": .integer(ModelSession.protocolVersion), "role": try JSONValue(encoding: role),
        "parameters": parameters, "seed": .integer(Int(seed)), "threads": .integer(threads),
        "scratch": .text(scratch), "shared": .text(shared),
      ]
    }
  }
}

extension Budget {
  /// What a program is told of it.
  fileprivate var told: JSONValue {
    .mapping([
      "trainingSteps": .integer(trainingSteps), "batchSize": .integer(batchSize),
      "wallSeconds": .number(wallSeconds), "memoryMebibytes": .integer(memoryMebibytes),
    ])
  }
}
