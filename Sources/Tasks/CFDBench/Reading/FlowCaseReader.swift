import DataFormats
import Experiment
import Foundation
import Tensors

/// Reads one case of the official tree and says everything that is wrong with it.
struct FlowCaseReader {
  let root: URL
  /// The cells along each side.
  let size: Int

  /// The case in `folder`, or nil with its mistakes in `problems`. `headers` gets the kinds of number.
  func read(
    _ folder: FlowCaseFolder, problems: inout ProblemList,
    elementTypes: inout Set<NPYHeader.ElementType>
  ) -> FlowSeries? {
    let place = root.appending(path: folder.path)
    let parameters = problems.attempt {
      try FlowCaseFile.read(
        place.appending(path: FlowCaseFile.fileName), problem: folder.problem, size: size)
    }
    let u = problems.attempt { try component(place.appending(path: "u.npy")) }
    let v = problems.attempt { try component(place.appending(path: "v.npy")) }
    for array in [u, v].compactMap(\.self) { elementTypes.insert(array.header.elementType) }
    guard let parameters, let u, let v else { return nil }
    guard u.tensor.shape == v.tensor.shape else {
      problems.append(
        wrong(
          place.appending(path: "v.npy"), found: "shape \(v.tensor.shape)",
          expected: "shape \(u.tensor.shape) as u.npy has"))
      return nil
    }
    return FlowSeries(
      sweep: folder.sweep, number: folder.number, path: folder.path, parameters: parameters,
      velocity: interleaved(u.tensor, v.tensor))
  }

  private func component(_ url: URL) throws -> NPYArray {
    let array = try NPYArray.read(url)
    let shape = array.tensor.shape
    guard shape.count == 3, shape[0] > 0, shape[1] == size, shape[2] == size else {
      throw wrong(
        url, found: "shape \(shape)", expected: "shape [frames, \(size), \(size)]")
    }
    if let place = array.firstNonFinite {
      throw wrong(
        url,
        found: "a number that is not finite at frame \(place[0]), row \(place[1]), "
          + "column \(place[2])", expected: "finite velocities")
    }
    return array
  }

  private func interleaved(_ u: Tensor, _ v: Tensor) -> Tensor {
    let cells = size * size
    var values: [Float] = []
    values.reserveCapacity(2 * u.count)
    for frame in 0..<u.shape[0] {
      values.append(contentsOf: u.values[frame * cells..<(frame + 1) * cells])
      values.append(contentsOf: v.values[frame * cells..<(frame + 1) * cells])
    }
    return Tensor(shape: [u.shape[0], 2, size, size], values: values)
  }

  private func wrong(_ url: URL, found: String, expected: String) -> AssayError {
    AssayError(
      .badInput, where: url.path, found: found, expected: expected,
      remedy: "generate or download the case again")
  }
}
