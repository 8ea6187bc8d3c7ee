import Foundation

/// A number as the text of a figure has it: six significant digits.
func digits(_ number: Double) -> String { String(format: "%.6g", number) }
