import CCairo

/// A Cairo image surface; owns it.
final class CairoImage {
  let pointer: OpaquePointer

  init(width: Int, height: Int) {
    guard let pointer = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    else { preconditionFailure("Cairo gives no image of \(width) × \(height)") }
    self.pointer = pointer
  }

  convenience init(_ raster: Raster) {
    self.init(width: raster.width, height: raster.height)
    cairo_surface_flush(pointer)
    guard let bytes = cairo_image_surface_get_data(pointer) else { return }
    let stride = Int(cairo_image_surface_get_stride(pointer))
    for row in 0..<raster.height {
      let line = UnsafeMutableRawPointer(bytes + row * stride)
      for column in 0..<raster.width {
        let colour = raster.pixels[row * raster.width + column]
        let word = UInt32(colour.red) << 16 | UInt32(colour.green) << 8 | UInt32(colour.blue)
        line.storeBytes(of: word, toByteOffset: column * 4, as: UInt32.self)
      }
    }
    cairo_surface_mark_dirty(pointer)
  }

  deinit { cairo_surface_destroy(pointer) }

  /// The picture as a PNG file in memory.
  func png() -> [UInt8] {
    let sink = ByteSink()
    let status = cairo_surface_write_to_png_stream(
      pointer,
      { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque())
    precondition(status == CAIRO_STATUS_SUCCESS, "Cairo cannot write a PNG to memory")
    return sink.bytes
  }
}
