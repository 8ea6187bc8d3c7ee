import Tensors

/// Energy of plane fields by wavenumber.
struct PlaneSpectrum {
  let height: Int
  let width: Int

  /// Σ |F(x)|² / N over the wavenumbers √(kx² + ky²) (periods over the grid) that `holds` accepts, for
  /// all planes of `values` together; over all wavenumbers it is Σ x² (Parseval).
  func energy(of values: [Double], where holds: (Double) -> Bool) -> Double {
    let cells = height * width
    let planes = values.count / cells
    let transform = RealTransform<Double>(shape: [planes, height, width], axes: [1, 2])
    let half = width / 2 + 1
    var spectrum = [Double](repeating: 0, count: 2 * planes * height * half)
    let workspace = transform.makeWorkspace()
    values.withUnsafeBufferPointer { field in
      spectrum.withUnsafeMutableBufferPointer { target in
        guard let source = field.baseAddress, let place = target.baseAddress else { return }
        transform.forward(source, into: place, workspace: workspace)
      }
    }
    let shares = weights(half: half, where: holds)
    var energy = 0.0
    for index in 0..<planes * height * half {
      let (real, imaginary) = (spectrum[2 * index], spectrum[2 * index + 1])
      energy += shares[index % shares.count] * (real * real + imaginary * imaginary)
    }
    return energy / Double(cells)
  }

  /// How often each kept wavenumber counts: not at all outside, twice when its conjugate is not kept.
  private func weights(half: Int, where holds: (Double) -> Bool) -> [Double] {
    (0..<height * half).map { index in
      let (row, column) = (index / half, index % half)
      let vertical = Double(min(row, height - row))
      let horizontal = Double(column)
      guard holds((vertical * vertical + horizontal * horizontal).squareRoot()) else { return 0 }
      return column == 0 || 2 * column == width ? 1 : 2
    }
  }
}
