import CCairo
import Foundation

/// Writes drawings as PNG, for programs that cannot show vectors.
public enum PNGWriter {
  /// `raster` as a PNG file in memory, a pixel for a cell.
  public static func encoded(_ raster: Raster) -> [UInt8] {
    CairoImage(raster).png()
  }

  /// `drawing` on white paper as a PNG file in memory, with `scale` pixels for a unit.
  public static func encoded(_ drawing: Drawing, scale: Double = 2) -> [UInt8] {
    let width = Int((drawing.width * scale).rounded(.up))
    let image = CairoImage(width: width, height: Int((drawing.height * scale).rounded(.up)))
    let context = CairoContext(image.pointer)
    context.setInk(.paper)
    cairo_paint(context.pointer)
    context.draw(drawing, at: Point(0, 0), scale: scale)
    cairo_surface_flush(image.pointer)
    return image.png()
  }

  /// Writes `drawing` to `path`, replacing what is there only once the new file is whole.
  public static func write(_ drawing: Drawing, to path: String, scale: Double = 2) throws {
    do {
      try Data(encoded(drawing, scale: scale)).write(
        to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CanvasError(path: path, reason: "cannot be written (\(error.localizedDescription))")
    }
  }
}
