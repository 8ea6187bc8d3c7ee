import CKernels
import Tensors

/// y = irfftn(W · rfftn(x)) on the lowest modes, for x [samples, in, …points] and one complex matrix
/// W per mode, stored as [rows, columns, in, 2, out] (real part, imaginary part).
///
/// Per mode, with B samples: X = [Xr; Xi] (2B x in). Forward: the four real products X [Wr | Wi],
/// combined when they are unpacked. Backward: with the doubled D = [[Dr | Di]; [Di | -Dr]] (2B x
/// 2 out), [dXr; dXi] = D [Wr | Wi]ᵀ and [dWr | dWi] = Xᵀ D are one product each.
struct SpectralProduct<S: Scalar>: Operation {
  let x: Variable<S>
  let weight: Variable<S>
  let output: Variable<S>
  /// X of every mode, kept for the gradient of W.
  let spectrum: Variable<S>
  let basis: FourierBasis<S>

  private var samples: Int { x.sampleCount }
  private var inputs: Int { x.shape[1] }
  private var outputs: Int { output.shape[1] }
  private var modes: Int { basis.rows * basis.columns }
  private var inputBlock: Int { 2 * samples * inputs }
  private var outputBlock: Int { 2 * samples * 2 * outputs }
  private var ingoing: FourierTransform<S> { FourierTransform(basis: basis, channels: inputs) }
  private var outgoing: FourierTransform<S> { FourierTransform(basis: basis, channels: outputs) }

  private func weights(_ start: UnsafeMutablePointer<S>) -> MatrixStack<S> {
    MatrixStack(MatrixView(start, rows: inputs, columns: 2 * outputs), count: modes)
  }

  private func planes(_ start: UnsafeMutablePointer<S>, columns: Int) -> MatrixStack<S> {
    MatrixStack(MatrixView(start, rows: 2 * samples, columns: columns), count: modes)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    analyseInput(pool)
    let products = pool.take(modes * outputBlock)
    BLAS.multiply(
      each: planes(spectrum.value, columns: inputs), weights(weight.value),
      into: planes(products.start, columns: 2 * outputs))
    synthesiseOutput(products, pool)
    pool.give(products)
  }

  private func analyseInput(_ pool: BufferPool<S>) {
    let transform = pool.take(ingoing.count)
    let real = spectrum.open(pool)
    let imaginary = real + samples * inputs
    for sample in 0..<samples {
      ingoing.analyse(
        x.value + sample * x.elementsPerSample, weights: basis.analysis, into: transform.start,
        pool)
      S.spectra.pack(
        ingoing.spectrum(block: inputBlock), transform.start, real + sample * inputs,
        imaginary + sample * inputs)
    }
    pool.give(transform)
  }

  private func synthesiseOutput(_ products: Buffer<S>, _ pool: BufferPool<S>) {
    let transform = pool.take(outgoing.count)
    let y = output.open(pool)
    let real = products.start
    let imaginary = real + samples * 2 * outputs
    for sample in 0..<samples {
      S.spectra.unpackProducts(
        outgoing.spectrum(block: outputBlock), real + sample * 2 * outputs,
        imaginary + sample * 2 * outputs, transform.start)
      outgoing.synthesise(
        transform.start, weights: basis.synthesis, into: y + sample * output.elementsPerSample,
        .replacing, pool)
    }
    pool.give(transform)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let doubled = pool.take(modes * outputBlock)
    analyseGradient(into: doubled, pool)
    let slot = weight.gradientSlot(pool)
    BLAS.multiply(
      each: planes(spectrum.value, columns: inputs).transposed,
      planes(doubled.start, columns: 2 * outputs), into: weights(slot.start), slot.accumulation)
    if x.isDifferentiable { synthesiseGradient(doubled, pool) }
    pool.give(doubled)
  }

  private func analyseGradient(into doubled: Buffer<S>, _ pool: BufferPool<S>) {
    let transform = pool.take(outgoing.count)
    let real = doubled.start
    let imaginary = real + samples * 2 * outputs
    for sample in 0..<samples {
      outgoing.analyse(
        output.gradient + sample * output.elementsPerSample, weights: basis.synthesis,
        into: transform.start, pool)
      S.spectra.packDoubled(
        outgoing.spectrum(block: outputBlock), transform.start, real + sample * 2 * outputs,
        imaginary + sample * 2 * outputs)
    }
    pool.give(transform)
  }

  /// The spectrum of the input is not needed once the weights have their gradient, so dX takes its
  /// place.
  private func synthesiseGradient(_ doubled: Buffer<S>, _ pool: BufferPool<S>) {
    BLAS.multiply(
      each: planes(doubled.start, columns: 2 * outputs), weights(weight.value).transposed,
      into: planes(spectrum.value, columns: inputs))
    let transform = pool.take(ingoing.count)
    let slot = x.gradientSlot(pool)
    let real = spectrum.value
    let imaginary = real + samples * inputs
    for sample in 0..<samples {
      S.spectra.unpack(
        ingoing.spectrum(block: inputBlock), real + sample * inputs,
        imaginary + sample * inputs, transform.start)
      ingoing.synthesise(
        transform.start, weights: basis.analysis, into: slot.start + sample * x.elementsPerSample,
        slot.accumulation, pool)
    }
    pool.give(transform)
  }
}

extension Tape {
  /// y = irfftn(W · rfftn(x)) on the lowest modes, zero on the others: the spectral convolution of
  /// the Fourier neural operator (Li et al. 2021, equation 4 and its references FNO1d to FNO3d, whose
  /// corner blocks are the signs of k; transforms normalised "backward").
  ///
  /// - Parameters:
  ///   - x: [samples, in, …points]
  ///   - weight: W, [2 m along every axis but the last, m along the last, in, 2, out] with
  ///     k = 0 ..< m, -m ..< 0 (last axis: 0 ..< m), and real and imaginary parts on the axis of 2
  /// - Returns: [samples, out, …points]
  public func spectral(_ x: Variable<S>, weight: Parameter<S>) -> Variable<S> {
    let (points, shape) = (Array(x.shape.dropFirst(2)), weight.shape)
    let rank = points.count
    Requirement.check(
      rank > 0 && shape.count == rank + 3 && x.shape[1] == shape[rank] && shape[rank + 1] == 2
        && shape.prefix(rank - 1).allSatisfy { $0 % 2 == 0 },
      "spectral: fields of \(x.shape) do not fit spectral weights of \(weight.shape)")
    let modes = (0..<rank).map { axis in axis == rank - 1 ? shape[axis] : shape[axis] / 2 }
    let basis = FourierBasis<S>(points: points, modes: modes)
    let weight = parameter(weight)
    let y = result([x.sampleCount, shape[rank + 2]] + points, of: [x, weight])
    let spectrum = keepsake([basis.rows * basis.columns, 2 * x.sampleCount, shape[rank]])
    record(
      SpectralProduct(x: x, weight: weight, output: y, spectrum: spectrum, basis: basis),
      reading: [x, weight], writing: y)
    return y
  }
}
