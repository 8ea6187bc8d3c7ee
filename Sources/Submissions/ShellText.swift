/// Words of a POSIX shell's command line.
public enum ShellText {
  /// `word` in a form that a shell reads as this one word, whatever it holds: as it is when that is
  /// plain, or else in single quotes, a single quote itself as `'\''`.
  public static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
          || ("0"..."9").contains(scalar) || "-_./:=,@%+".unicodeScalars.contains(scalar)
      }
    // A word that begins with '=' or '%' means something to some shells.
    if isPlain, word.first != "=", word.first != "%" { return word }
    return "'" + word.replacing("'", with: #"'\''"#) + "'"
  }

  /// `words` as one line.
  public static func line(_ words: [String]) -> String {
    words.map(quoted).joined(separator: " ")
  }
}
