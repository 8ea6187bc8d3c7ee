import Autodiff
import Networks

extension SampleGraph {
  /// The mean over samples of the cross-entropy of `logits`, [samples, classes], [1]; the right class is the
  /// largest number of the target of that name.
  func crossEntropy(_ logits: Variable<Float>) -> Variable<Float> {
    let classes = logits.shape[1]
    let target = target("logits", shape: [classes])
    let right = PointList([Int](repeating: 0, count: samples))
    whenLoaded {
      right.redraw { row in
        let values = target.value + row * classes
        return (0..<classes).max { values[$0] < values[$1] } ?? 0
      }
    }
    return tape.crossEntropy(logits, classes: right)
  }
}
