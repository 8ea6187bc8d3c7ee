import FuzzChecks

/// The engine's way in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  FuzzCheck.table.fuzz(bytes, count)
  return 0
}
