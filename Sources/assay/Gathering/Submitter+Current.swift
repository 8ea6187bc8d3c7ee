import Foundation
import Submissions

extension Submitter {
  /// Submits by a launcher whose programs get this program's environment.
  static func current(_ kind: LauncherKind) -> Submitter {
    Submitter(kind, command: .system(environment: ProcessInfo.processInfo.environment))
  }
}
