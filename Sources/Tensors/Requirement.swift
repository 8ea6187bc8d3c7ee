import Foundation

/// What a caller owes, checked in release builds as well, where `precondition` ends the program without
/// its sentence.
public enum Requirement {
  /// Ends the program with `sentence` on standard error unless `isMet`.
  public static func check(
    _ isMet: Bool, _ sentence: @autoclosure () -> String, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    guard !isMet else { return }
    let text = "\(file):\(line): \(sentence())\n"
    FileHandle.standardError.write(Data(text.utf8))
    preconditionFailure(text, file: file, line: line)
  }
}
