/// A set of series with classes.
public enum LabelledSeriesSource: String, Codable, Sendable, CaseIterable {
  /// Utterances of nine speakers, 12 coefficients at 7 to 29 times (Kudo, Toyama & Shimbo 1999).
  case japaneseVowels = "japanese-vowels"
}
