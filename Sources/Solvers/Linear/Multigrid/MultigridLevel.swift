import Tensors

/// One grid of the hierarchy: solution, right-hand side and residual, and the moves between grids.
final class MultigridLevel {
  let grid: PaddedGrid
  let u: Buffer<Double>
  let f: Buffer<Double>
  let r: Buffer<Double>

  init(_ box: PoissonBox) {
    grid = PaddedGrid(box)
    u = Buffer(count: grid.paddedCount)
    f = Buffer(count: grid.paddedCount)
    r = Buffer(count: grid.paddedCount)
  }

  /// One sweep of red-black Gauss-Seidel.
  func smooth() {
    for colour in 0...1 {
      grid.fillHalo(u.start)
      for z in 0..<grid.counts[0] {
        for y in 0..<grid.counts[1] {
          relax(from: grid.row(z, y), first: (colour + z + y) % 2)
        }
      }
    }
  }

  private func relax(from row: Int, first: Int) {
    let (sz, sy) = (grid.strides[0], grid.strides[1])
    let (wz, wy, wx) = (grid.weights[0], grid.weights[1], grid.weights[2])
    let inverse = 1 / (2 * (wz + wy + wx) + grid.box.shift)
    let (v, g) = (u.start + row, f.start + row)
    for x in stride(from: first, to: grid.counts[2], by: 2) {
      let acrossX = wx * (v[x - 1] + v[x + 1])
      let acrossY = wy * (v[x - sy] + v[x + sy])
      let acrossZ = wz * (v[x - sz] + v[x + sz])
      v[x] = (g[x] + acrossX + acrossY + acrossZ) * inverse
    }
  }

  /// r = f + Δu − c u; the sum of its squares.
  func computeResidual() -> Double {
    grid.fillHalo(u.start)
    let (sz, sy) = (grid.strides[0], grid.strides[1])
    let (wz, wy, wx) = (grid.weights[0], grid.weights[1], grid.weights[2])
    let diagonal = 2 * (wz + wy + wx) + grid.box.shift
    var sum = 0.0
    for z in 0..<grid.counts[0] {
      for y in 0..<grid.counts[1] {
        let row = grid.row(z, y)
        let (v, g, out) = (u.start + row, f.start + row, r.start + row)
        for x in 0..<grid.counts[2] {
          let acrossX = wx * (v[x - 1] + v[x + 1])
          let acrossY = wy * (v[x - sy] + v[x + sy])
          let acrossZ = wz * (v[x - sz] + v[x + sz])
          out[x] = g[x] + acrossX + acrossY + acrossZ - diagonal * v[x]
          sum += out[x] * out[x]
        }
      }
    }
    return sum
  }

  /// The full weighting of r becomes the right-hand side of `coarser`, whose solution starts at 0.
  func restrict(to coarser: MultigridLevel) {
    grid.fillHalo(r.start)
    coarser.u.fill(0)
    let places = (0...2).map { grid.finePlaces($0, coarse: coarser.grid.counts[$0]) }
    let stencil = fullWeighting
    for (z, pz) in places[0].enumerated() {
      for (y, py) in places[1].enumerated() {
        let out = coarser.f.start + coarser.grid.row(z, y)
        let source = r.start + (pz * grid.strides[0] + py * grid.strides[1])
        for (x, px) in places[2].enumerated() {
          var sum = 0.0
          for (offset, weight) in stencil { sum += weight * source[px + offset] }
          out[x] = sum
        }
      }
    }
  }

  /// (1/4, 1/2, 1/4) along every axis that is there.
  private var fullWeighting: [(offset: Int, weight: Double)] {
    let ends = grid.weights.map { $0 == 0 ? 0...0 : -1...1 }
    let share = { (axis: Int, step: Int) -> Double in
      self.grid.weights[axis] == 0 ? 1 : step == 0 ? 0.5 : 0.25
    }
    return ends[0].flatMap { z in
      ends[1].flatMap { y in
        ends[2].map { x in
          let offset = z * self.grid.strides[0] + y * self.grid.strides[1] + x
          return (offset, share(0, z) * share(1, y) * share(2, x))
        }
      }
    }
  }

  /// u += the linear interpolation of the solution of `coarser`.
  func correct(from coarser: MultigridLevel) {
    coarser.grid.fillHalo(coarser.u.start)
    let between = (0...2).map { grid.coarseNeighbours($0) }
    let (sz, sy) = (coarser.grid.strides[0], coarser.grid.strides[1])
    for (z, pz) in between[0].enumerated() {
      for (y, py) in between[1].enumerated() {
        let out = u.start + grid.row(z, y)
        let a = coarser.u.start + (pz.low * sz + py.low * sy)
        let b = coarser.u.start + (pz.low * sz + py.high * sy)
        let c = coarser.u.start + (pz.high * sz + py.low * sy)
        let d = coarser.u.start + (pz.high * sz + py.high * sy)
        for (x, px) in between[2].enumerated() {
          let low = a[px.low] + b[px.low] + c[px.low] + d[px.low]
          let high = a[px.high] + b[px.high] + c[px.high] + d[px.high]
          out[x] += 0.125 * (low + high)
        }
      }
    }
  }

  /// Takes its mean from a padded field.
  func removeMean(of field: Buffer<Double>) {
    let mean = grid.mean(field.start)
    for z in 0..<grid.counts[0] {
      for y in 0..<grid.counts[1] {
        let row = field.start + grid.row(z, y)
        for x in 0..<grid.counts[2] { row[x] -= mean }
      }
    }
  }

  /// Copies points between a dense array and a padded field.
  func copy(_ points: UnsafeMutablePointer<Double>, _ field: Buffer<Double>, _ way: CopyWay) {
    let width = grid.counts[2]
    for z in 0..<grid.counts[0] {
      for y in 0..<grid.counts[1] {
        let dense = points + (z * grid.counts[1] + y) * width
        let padded = field.start + grid.row(z, y)
        switch way {
        case .load: padded.update(from: dense, count: width)
        case .store: dense.update(from: padded, count: width)
        }
      }
    }
  }

  enum CopyWay {
    case load
    case store
  }
}
