import CKernels

/// The convective acceleration -div(u u), second-order central, in a form that conserves energy.
///
/// Source: Verstappen & Veldman 2003, J. Comput. Phys. 187, 343-368 (symmetry-preserving
/// discretisation), at second order.
struct Advection {
  let grid: StaggeredGrid

  /// Overwrites `rate` with the acceleration of `velocity`, in m/s^2, on the inner faces.
  func evaluate(_ velocity: StaggeredVelocity, into rate: StaggeredVelocity) {
    grid.withMetrics { metrics in
      flow_advection(metrics, velocity.u.base, velocity.v.base, rate.u.base, rate.v.base)
    }
  }

  /// The largest |u|/dx + |v|/dy, in 1/s: the imaginary-axis radius of the operator.
  func largestRate(_ velocity: StaggeredVelocity) -> Double {
    grid.withMetrics { flow_convective_rate($0, velocity.u.base, velocity.v.base) }
  }
}
