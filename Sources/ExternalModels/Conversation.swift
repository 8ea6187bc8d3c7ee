import Experiment
import Foundation
import Tensors

/// Questions of the protocol and what may be answered to them.
final class Conversation {
  /// Whether large bodies go through memory.
  enum Sharing {
    /// When the program can do that.
    case whenAble
    /// Never.
    case never
  }

  /// No body can be longer; what one really may have follows from its tensors.
  private static let longestBody = 1 << 40

  let session: ModelSession
  private let role: Role
  private let answerSeconds: Double
  private var peakMebibytes: Double?

  init(session: ModelSession, role: Role, answerSeconds: Double) {
    self.session = session
    self.role = role
    self.answerSeconds = answerSeconds
  }

  func hello(_ hello: Question.Hello, sharing: Sharing) throws -> HelloAnswer {
    let deadline = ContinuousClock.now + .seconds(min(answerSeconds, ExternalModel.helloSeconds))
    try session.send(.hello(hello), until: deadline)
    let header = try answer(.hello, until: deadline)
    let answer = try whole { try header.decoded(as: HelloAnswer.self) }
    guard answer.version == ModelSession.protocolVersion else {
      throw session.failure(
        .brokeProtocol,
        "the program speaks version \(answer.version) of the protocol; this is version "
          + "\(ModelSession.protocolVersion)")
    }
    let isAble = answer.capabilities?.contains("shared") ?? false
    if !isAble || sharing == .never {
      session.shared?.remove()
      session.shared = nil
    }
    return answer
  }

  func fit(_ data: TrainingSet, within budget: Budget) throws -> (FittedAnswer, [Curve]) {
    var tensors: [String: Tensor] = [:]
    let parts = [
      ("inputs", data.inputs), ("targets", data.targets),
      ("validation-inputs", data.validationInputs),
      ("validation-targets", data.validationTargets),
    ]
    for (prefix, part) in parts {
      for (name, tensor) in part.tensors { tensors["\(prefix)/\(name)"] = tensor }
    }
    let deadline = self.deadline
    try session.send(
      .fit(
        budget, samples: data.inputs.sampleCount,
        validationSamples: data.validationInputs.sampleCount),
      body: try TensorBody(tensors), until: deadline)
    var curves = LearningCurves()
    while true {
      let header = try session.receive(bodyLimit: 0, until: deadline)
      guard header.kind == .progress else {
        session.shared?.drop("fit")
        return (
          try whole { try self.checked(header, is: .fitted).decoded(as: FittedAnswer.self) },
          curves.curves
        )
      }
      try whole { try curves.add(try header.decoded(as: ProgressReport.self)) }
    }
  }

  func predict(_ inputs: NamedTensors) throws -> NamedTensors {
    let deadline = self.deadline
    let samples = inputs.sampleCount
    let asked = inputs.tensors.filter { name, _ in role.input(name) != nil }
    try session.send(
      .predict(samples: samples), body: try TensorBody(asked), until: deadline)
    let header = try checked(
      try session.receive(bodyLimit: Self.longestBody, until: deadline), is: .predicted)
    return try whole {
      let file = try self.file(of: header)
      return try TensorReception(
        slots: self.role.outputs, samples: samples, question: "predict",
        byteCount: file?.byteCount ?? header.bodyBytes
      ) { place in
        if let file {
          try file.read(into: place)
        } else {
          try self.session.read(into: place, until: deadline)
        }
      }.tensors()
    }
  }

  func keep(_ question: Question, answer kind: AnswerHeader.Kind) throws {
    let deadline = self.deadline
    try session.send(question, until: deadline)
    _ = try answer(kind, until: deadline)
  }

  func end(patience: Double) throws -> Double {
    if let peakMebibytes { return peakMebibytes }
    let farewell = session.sayGoodbye(patience: patience)
    peakMebibytes = farewell.peakMebibytes
    guard farewell.unasked.isEmpty else {
      throw ModelFailure(.brokeProtocol, "the program \(farewell.unasked)")
    }
    return farewell.peakMebibytes
  }

  private var deadline: ContinuousClock.Instant {
    .now + .seconds(min(answerSeconds, 1e9))
  }

  private func answer(
    _ kind: AnswerHeader.Kind, until deadline: ContinuousClock.Instant
  ) throws -> AnswerHeader {
    try checked(try session.receive(bodyLimit: 0, until: deadline), is: kind)
  }

  /// The header when it is what was asked for.
  /// - Throws: the failure that an error tells; otherwise broke the protocol
  private func checked(_ header: AnswerHeader, is kind: AnswerHeader.Kind) throws -> AnswerHeader {
    if header.kind == kind { return header }
    if header.kind == .error {
      let error = try whole { try header.decoded(as: ErrorAnswer.self) }
      if let details = error.details { session.tell(Array("\(details)\n".utf8)[...]) }
      session.forwardLog()
      let failure = error.failure(to: session.question)
      throw session.failure(failure.kind, failure.reason)
    }
    let note = header.kind == .progress ? "; progress is for 'fit' alone" : ""
    throw session.failure(
      .brokeProtocol,
      "the program answered '\(session.question)' with \(Quotation.text(header.type)), where "
        + "'\(kind.rawValue)' or 'error' is expected\(note)")
  }

  /// The file with the body, when the answer says that it lies in one.
  private func file(of header: AnswerHeader) throws -> SharedFile? {
    guard let place = header.shared else { return nil }
    guard header.bodyBytes == 0 else {
      throw ModelFailure(
        .brokeProtocol, "the program sent a body of \(header.bodyBytes) bytes and named a file too")
    }
    guard let shared = session.shared else {
      throw ModelFailure(
        .brokeProtocol,
        "the program named the file \(Quotation.text(place.name)), but it has not listed the "
          + "capability 'shared' in its hello, or was offered no folder")
    }
    return try shared.open(place)
  }

  /// What `body` finds; a failure ends the program first.
  private func whole<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as ModelFailure {
      throw session.failure(failure.kind, failure.reason)
    }
  }
}
