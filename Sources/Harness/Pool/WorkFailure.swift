import Experiment
import ExternalModels
import Foundation

/// Why a piece of work brought no answer.
enum WorkFailure: Error, Equatable {
  case raised(ModelFailure)
  case died(ProcessEnd)
  case timedOut(limitSeconds: Double)
  case usedUpProcessor(seconds: Double, limitSeconds: Double)
  case usedUpDisk(String)
  case outOfMemory(String)
  case brokeProtocol(String)
  case cancelled

  /// What it counts as.
  var kind: FailureKind {
    switch self {
    case .raised(let failure): failure.kind
    case .died(let end): end.kind
    case .timedOut: .timedOut
    case .usedUpProcessor: .usedUpProcessor
    case .usedUpDisk: .usedUpDisk
    case .outOfMemory: .outOfMemory
    case .brokeProtocol: .brokeProtocol
    case .cancelled: .cancelled
    }
  }

  /// The sentence that is stored.
  var reason: String {
    switch self {
    case .raised(let failure): failure.reason
    case .died(.signalled(let signal)): "the worker died by \(SignalName.name(signal))"
    case .died(.exited(let code)): "the worker exited with code \(code) before it answered"
    case .timedOut(let limit): "over the wall-clock limit of \(limit.rounded(toPlaces: 3)) s"
    case .usedUpProcessor(let seconds, let limit):
      "used \(seconds.rounded(toPlaces: 1)) s of processor time of "
        + "\(limit.rounded(toPlaces: 1)) s allowed (wall-clock limit x threads)"
    case .usedUpDisk(let text), .outOfMemory(let text): text
    case .brokeProtocol(let text): "the worker broke the protocol: \(text)"
    case .cancelled: "stopped by the user"
    }
  }
}

extension Double {
  /// Rounded for a sentence.
  func rounded(toPlaces places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}
