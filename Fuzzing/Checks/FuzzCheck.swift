import Experiment
import Foundation
import Planning

/// A parser of what others wrote, and what must hold for every input: it ends soon, within little
/// memory, in a value or in an error for the user; and a value that is written and read again is the
/// same value.
public enum FuzzCheck: String, CaseIterable, Sendable {
  /// Suite and model files, from text to plan.
  case suite
  /// Arrays of NumPy.
  case npy
  /// Archives with all their entries.
  case zip
  /// MATLAB's files.
  case mat
  /// Named arrays in one file.
  case safetensors
  /// What a program of the user's own sends.
  case frame
  /// The files of a baseline, measured or published, and exports that are imported.
  case baseline
  /// Images of the MNIST family.
  case idx
  /// Images of CIFAR-10.
  case cifar
  /// Records of the PhysioNet challenge of 2012.
  case physionet
  /// Labelled series.
  case ts
  /// Tables of numbers.
  case table
  /// The data of an R package.
  case rdata

  /// Puts `input` through the parser.
  /// - Throws: `FuzzFinding` when something other than an error for the user comes of it.
  public func run(_ input: Data) throws {
    do {
      switch self {
      case .suite: try SuiteCheck.run(input)
      case .npy: try ArrayChecks.npy(input)
      case .zip: try ZipCheck.run(input)
      case .mat: try ArrayChecks.mat(input)
      case .safetensors: try ArrayChecks.safetensors(input)
      case .frame: try FrameCheck.run(input)
      case .baseline: try BaselineCheck.run(input)
      case .idx: try ImageChecks.idx(input)
      case .cifar: try ImageChecks.cifar(input)
      case .physionet: try SeriesChecks.record(input)
      case .ts: try SeriesChecks.series(input)
      case .table: try SeriesChecks.table(input)
      case .rdata: try RDataCheck.run(input)
      }
    } catch let finding as FuzzFinding {
      throw finding
    } catch let error as AssayError {
      try Self.judge(error)
    } catch let errors as SuiteFileErrors {
      for error in errors.mistakes { try Self.judge(error) }
    } catch {
      throw FuzzFinding("an error that is none of ours: \(error)")
    }
  }

  /// An error must say all four things, and briefly enough to be read.
  private static func judge(_ error: AssayError) throws {
    let parts = [error.location, error.found, error.expected, error.remedy]
    guard parts.allSatisfy({ !$0.isEmpty }) else {
      throw FuzzFinding("an error that leaves something out: \(error)")
    }
    guard parts.allSatisfy({ $0.utf8.count <= 4096 }) else {
      throw FuzzFinding("an error of \(error.description.utf8.count) bytes")
    }
  }
}
