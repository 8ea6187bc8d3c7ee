import Canvas
import Foundation

/// Writes figures as files.
public enum FigureFiles {
  /// Writes each figure to the folder in each format; returns the paths in that order.
  ///
  /// A file is named after the figure's place and kind, as in `003-rollout-curve.svg`. The same
  /// figures give the same bytes.
  @discardableResult
  public static func write(
    _ figures: [FigureData], to folder: String, formats: [FileFormat] = FileFormat.allCases,
    width: Double = 440
  ) throws -> [String] {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CanvasError(path: folder, reason: "cannot be made (\(error.localizedDescription))")
    }
    return try figures.enumerated().flatMap { index, figure in
      let drawing = figure.drawing(width: width)
      return try formats.map { format in
        let number = String(format: "%03d", index + 1)
        let path = "\(folder)/\(number)-\(figure.kind).\(format.rawValue)"
        try drawing.write(to: path, as: format)
        return path
      }
    }
  }
}
