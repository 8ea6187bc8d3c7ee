import Foundation

/// A model recipe that uses files beside the file that names it, as a program of the user's own.
///
/// Where the files lie may change no number; what they say may. So the folder is not encoded and is given
/// anew by every reader, while a hash over the files is a parameter and thereby part of the cell's key.
public protocol LocatedRecipe: ModelRecipe {
  /// The recipe with its files looked up in `folder` and their hash taken.
  /// - Throws: `AssayError` (bad input) when a file is missing or lies outside the folder.
  func located(in folder: URL) throws -> Self
}
