import Foundation

/// The look at a header that a session takes, for whoever has one without a session.
public enum AnswerCheck {
  /// Reads `header` as its type promises: nothing of it is kept.
  /// - Throws: `FrameFault` or `ModelFailure` when the session would end over it.
  public static func run(_ header: Data) throws {
    let answer = try AnswerHeader(header, bodyBytes: 0)
    switch answer.kind {
    case .hello: _ = try answer.decoded(as: HelloAnswer.self).facts
    case .fitted: _ = try answer.decoded(as: FittedAnswer.self)
    case .progress:
      var curves = LearningCurves()
      try curves.add(try answer.decoded(as: ProgressReport.self))
      _ = curves.curves
    case .error: _ = try answer.decoded(as: ErrorAnswer.self).failure(to: "fit")
    case .predicted, .saved, .loaded, nil: break
    }
  }
}
