/// A set of irregular clinical series.
public enum ClinicalSource: String, Codable, Sendable, CaseIterable {
  /// The visits of 312 patients of the Mayo Clinic's trial on primary biliary cirrhosis (Murtaugh et al. 1994),
  /// as the R package survival ships them.
  case pbcseq
  /// The stays in intensive care of the PhysioNet challenge of 2012 (Silva et al. 2012); imported.
  case physioNet = "physionet-2012"
}
