import Experiment

/// The files of a set of clinical series.
public struct ClinicalDataset: SuppliedDataset, Equatable {
  /// Which.
  public let source: ClinicalSource

  /// The files of `source`.
  public init(source: ClinicalSource) {
    self.source = source
  }

  /// As in `pbcseq`.
  public var identifier: String { source.rawValue }
  /// The name under which a user's own copy is imported.
  public var benchmark: String { source.rawValue }

  /// Where the files are without an import.
  public var supply: DataSupply {
    switch source {
    case .pbcseq:
      .installed(
        folders: ["/usr/lib/R/library/survival/data", "~/.local/share/assay/survival"],
        files: ["Rdata.rdb", "Rdata.rdx"],
        remedy:
          "run 'make setup' on Debian, which takes them out of the package r-cran-survival, or import "
          + "the folder data of the R package survival with 'assay data import pbcseq FOLDER'")
    case .physioNet:
      .own(
        remedy: "import the unpacked set-a and set-b with 'assay data import physionet-2012 FOLDER'"
      )
    }
  }
}
