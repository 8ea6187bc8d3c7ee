import CKernels

extension StaggeredVelocity {
  /// Half the squared velocity summed over the volumes of the inner faces, in m^4/s^2.
  func energy(on grid: StaggeredGrid) -> Double {
    let (nx, ny, s, m) = (grid.columns, grid.rows, grid.stride, grid.metrics)
    var sum = 0.0
    for j in 1...ny {
      for i in 1..<nx {
        let value = u.base[j * s + i]
        sum += value * value * m.row_height[j - 1] / m.column_gap[i]
      }
    }
    for j in 1..<ny {
      for i in 1...nx {
        let value = v.base[j * s + i]
        sum += value * value * m.column_width[i - 1] / m.row_gap[j]
      }
    }
    return 0.5 * sum
  }

  /// The largest absolute value of either component.
  var largestComponent: Double {
    [u, v].reduce(0) { largest, part in
      (0..<part.count).reduce(largest) { max($0, abs(part.base[$1])) }
    }
  }

  /// The largest absolute difference from `other` in either component.
  func largestChange(from other: StaggeredVelocity) -> Double {
    max(
      flow_largest_change(u.count, u.base, other.u.base),
      flow_largest_change(v.count, v.base, other.v.base))
  }
}
