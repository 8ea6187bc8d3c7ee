/// Where a model's program may write files.
public enum WriteAccess: String, Codable, Sendable, CaseIterable {
  /// In the scratch folder, in shared memory and to devices, where the kernel can hold it to that.
  case confined
  /// Wherever its user may.
  case anywhere
}
