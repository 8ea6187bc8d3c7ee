import Foundation
import Randomness
import Solvers

/// dy₀ = (p₀ y₁ + sin t) dt + (p₂ y₀ + t/10) dW₀, dy₁ = (-y₀ + p₁ (1 - y₀²) y₁) dt + p₃ sin(y₀) y₁
/// dW₁, with its transposed and its forward derivatives.
final class NoisyOscillator {
  static let parameterCount = 4
  let p: [Double]
  var gradient = [Double](repeating: 0, count: parameterCount)

  init(_ p: [Double]) { self.p = p }

  private func drift(_ t: Double, _ y: UnsafePointer<Double>, _ f: UnsafeMutablePointer<Double>) {
    f[0] = p[0] * y[1] + sin(t)
    f[1] = -y[0] + p[1] * (1 - y[0] * y[0]) * y[1]
  }

  private func noise(_ t: Double, _ y: UnsafePointer<Double>, _ g: UnsafeMutablePointer<Double>) {
    g[0] = p[2] * y[0] + 0.1 * t
    g[1] = p[3] * sin(y[0]) * y[1]
  }

  func problem(_ initial: [Double]) -> StochasticProblem<Double> {
    StochasticProblem(
      initial: initial, span: 0...1, drift: { self.drift($0, $1, $2) },
      diffusion: { self.noise($0, $1, $2) })
  }

  var transpose: StochasticTranspose<Double> {
    StochasticTranspose(
      drift: { [self] _, y, w, out in
        out[0] += w[1] * (-1 - 2 * p[1] * y[0] * y[1])
        out[1] += w[0] * p[0] + w[1] * p[1] * (1 - y[0] * y[0])
        gradient[0] += w[0] * y[1]
        gradient[1] += w[1] * (1 - y[0] * y[0]) * y[1]
      },
      diffusion: { [self] _, y, w, out in
        out[0] += w[0] * p[2] + w[1] * p[3] * cos(y[0]) * y[1]
        out[1] += w[1] * p[3] * sin(y[0])
        gradient[2] += w[0] * y[0]
        gradient[3] += w[1] * sin(y[0]) * y[1]
      })
  }

  /// The state with its derivatives by both initial numbers and all parameters, a pair after the
  /// other: ds = (f' s + ∂f/∂p) dt + (g' s + ∂g/∂p) dW with the noise of the state.
  func sensitivities(_ initial: [Double]) -> StochasticProblem<Double> {
    let count = 2 + Self.parameterCount
    let start = initial + [1, 0, 0, 1] + [Double](repeating: 0, count: 2 * Self.parameterCount)
    return StochasticProblem(
      initial: start, span: 0...1,
      drift: { [self] t, y, out in
        drift(t, y, out)
        for index in 0..<count {
          let (s, target) = (y + 2 * (index + 1), out + 2 * (index + 1))
          target[0] = p[0] * s[1] + (index == 2 ? y[1] : 0)
          target[1] =
            (-1 - 2 * p[1] * y[0] * y[1]) * s[0] + p[1] * (1 - y[0] * y[0]) * s[1]
            + (index == 3 ? (1 - y[0] * y[0]) * y[1] : 0)
        }
      },
      diffusion: { [self] t, y, out in
        noise(t, y, out)
        for index in 0..<count {
          let (s, target) = (y + 2 * (index + 1), out + 2 * (index + 1))
          target[0] = p[2] * s[0] + (index == 4 ? y[0] : 0)
          target[1] =
            p[3] * (cos(y[0]) * y[1] * s[0] + sin(y[0]) * s[1])
            + (index == 5 ? sin(y[0]) * y[1] : 0)
        }
      })
  }
}

/// The motions of another path, again and again.
final class RepeatedPath: BrownianPath {
  let path: any BrownianPath
  let count: Int

  init(_ path: any BrownianPath, times: Int) {
    self.path = path
    count = path.count * times
  }

  var span: ClosedRange<Double> { path.span }

  func increment(
    from s: Double, to t: Double, motion: UnsafeMutablePointer<Double>,
    integral: UnsafeMutablePointer<Double>
  ) {
    path.increment(from: s, to: t, motion: motion, integral: integral)
    for index in path.count..<count {
      motion[index] = motion[index - path.count]
      integral[index] = integral[index - path.count]
    }
  }
}
