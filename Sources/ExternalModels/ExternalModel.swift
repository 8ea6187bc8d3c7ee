import Experiment
import Foundation
import Randomness
import Tensors

/// A model in another language: a program that answers the protocol of docs/protocol.md.
///
/// A copy is the same program, not another one.
public struct ExternalModel: PlacedModel {
  /// Seconds that a program has to introduce itself, in which it loads its libraries.
  public static let helloSeconds = 120.0
  /// Seconds that it has to end after goodbye.
  public static let byeSeconds = 5.0

  /// The trainable real scalars that it told.
  public private(set) var parameterCount: Int
  /// What it told of itself, and what the kernel withholds from it.
  public private(set) var facts: [String: String]
  /// Whether it can save and load.
  let canSave: Bool
  let conversation: Conversation

  /// Starts `program` and asks whether it can fulfil `role`.
  /// - Parameters:
  ///   - program: what to start
  ///   - role: what is asked of it
  ///   - parameters: handed over as they are
  ///   - seed: what all randomness of it should come from
  ///   - place: where it runs, and what it may spend; `wallSeconds` is what it has for each answer
  /// - Returns: the untrained model
  /// - Throws: `ModelFailure`
  public static func start(
    _ program: ModelProgram, role: Role, parameters: JSONValue, seed: UInt32, at place: ModelPlace
  ) throws -> ExternalModel {
    let conversation = Conversation(
      session: try ModelSession(program, at: place), role: role,
      answerSeconds: place.budget.wallSeconds)
    let hello = try conversation.hello(
      Question.Hello(
        role: role, parameters: parameters, seed: seed, threads: place.threads,
        scratch: place.scratch.path, shared: conversation.session.shared?.path ?? ""))
    return ExternalModel(conversation, hello, program)
  }

  private init(_ conversation: Conversation, _ hello: HelloAnswer, _ program: ModelProgram) {
    self.conversation = conversation
    parameterCount = max(hello.parameterCount ?? 0, 0)
    canSave = hello.capabilities?.contains("save") ?? false
    var facts = hello.facts
    let started = conversation.session.started
    switch program.network {
    case .allowed: facts["network"] = "allowed"
    case .denied: facts["network"] = started.isNetworkDenied ? "denied" : "not deniable"
    }
    switch program.writing {
    case .anywhere: facts["writes"] = "anywhere"
    case .confined:
      facts["writes"] = started.areWritesConfined ? "confined" : "not confinable"
      facts["signals"] = started.areSignalsConfined ? "confined" : "not confinable"
      facts["shared-memory"] = started.ownsSharedMemory ? "its own" : "that of the machine"
    }
    self.facts = facts
  }

  /// Asks it to learn; its progress becomes curves.
  public mutating func fit(
    _ data: TrainingSet, within budget: Budget, random: RandomStream
  ) throws -> TrainingTrace {
    let (fitted, curves) = try conversation.fit(data, within: budget)
    if let steps = fitted.steps {
      let excess = steps > budget.trainingSteps ? ", of \(budget.trainingSteps) allowed" : ""
      facts["training-steps"] = "\(steps)\(excess)"
    }
    if let count = fitted.parameterCount { parameterCount = max(count, 0) }
    return TrainingTrace(
      curves: curves, steps: max(fitted.steps ?? budget.trainingSteps, 0),
      stopped: fitted.stopped ?? "")
  }

  /// Asks it for predictions, which are exactly what the role asks for.
  public func predict(_ inputs: NamedTensors) throws -> NamedTensors {
    try conversation.predict(inputs)
  }

  /// Asks it to keep what it has learnt in the file `path` of its scratch folder.
  func save(path: String) throws { try conversation.keep(.save(path: path), answer: .saved) }

  /// Asks it to be again as it was when it saved.
  func load(path: String) throws { try conversation.keep(.load(path: path), answer: .loaded) }

  /// Says goodbye, and ends it with all that it started.
  public func end() throws -> Double { try conversation.end(patience: Self.byeSeconds) }
}
