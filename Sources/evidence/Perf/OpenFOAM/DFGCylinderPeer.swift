import Foundation
import Physics

/// The case of DFG 2D-2 for OpenFOAM's `pimpleFoam` as text files, by their paths in the case folder.
///
/// Second order as ours: `backward` in time, `linear` in space, two pressure corrections a step. The
/// parabola of mean 1 m/s starts at once on a fluid at rest.
struct DFGCylinderPeer {
  /// The cells along a quarter of the cylinder.
  let quarter: Int
  /// The step, in s.
  let step: Double
  /// The end of the run, in s.
  let end: Double

  /// The case as files.
  var problem: OpenFOAMCase {
    OpenFOAMCase(
      solver: "pimpleFoam",
      files: [
        "system/blockMeshDict": DFGCylinderMesh(quarter: quarter).dictionary,
        "system/controlDict": control, "system/fvSchemes": Self.schemes,
        "system/fvSolution": Self.solution,
        "constant/transportProperties": "transportModel Newtonian;\nnu 1e-3;\n",
        "constant/turbulenceProperties": "simulationType laminar;\n", "0/U": Self.velocity,
        "0/p": Self.pressure,
      ])
  }

  /// The largest drag, the range of the lift and the Strouhal number of the periodic wake; nil when the
  /// run left no forces.
  func wake(of run: OpenFOAMCase.Run) -> [Double]? {
    let file = run.folder.appending(path: "postProcessing/forces/0/coefficient.dat")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    let lines = text.split(separator: "\n")
    guard let head = lines.last(where: { $0.hasPrefix("#") }) else { return nil }
    let names = head.dropFirst().split(whereSeparator: \.isWhitespace)
    guard let drag = names.firstIndex(of: "Cd"), let lift = names.firstIndex(of: "Cl") else {
      return nil
    }
    var history = ForceHistory()
    for line in lines where !line.hasPrefix("#") {
      let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      guard numbers.count > max(drag, lift) else { continue }
      history.append(BodyForces(time: numbers[0], drag: numbers[drag], lift: numbers[lift]))
    }
    return history.from(DFGBenchmark.periodicTimes.start).wake(of: DFGBenchmark.periodic)
  }

  private var control: String {
    """
    application pimpleFoam;
    startFrom startTime; startTime 0; stopAt endTime; endTime \(end); deltaT \(step);
    writeControl timeStep; writeInterval 1000000; purgeWrite 1; writeFormat ascii;
    runTimeModifiable false;
    functions
    {
      forces
      {
        type forceCoeffs; libs ("libforces.so"); patches (cylinder);
        rho rhoInf; rhoInf 1; CofR (0 0 0); liftDir (0 1 0); dragDir (1 0 0); pitchAxis (0 0 1);
        magUInf 1; lRef 0.1; Aref 0.001; writeControl timeStep; writeInterval 1; log false;
      }
    }

    """
  }

  private static let schemes = """
    ddtSchemes { default backward; }
    gradSchemes { default Gauss linear; }
    divSchemes { default none; div(phi,U) Gauss linear; div((nuEff*dev2(T(grad(U))))) Gauss linear; }
    laplacianSchemes { default Gauss linear corrected; }
    interpolationSchemes { default linear; }
    snGradSchemes { default corrected; }

    """

  private static let solution = """
    solvers
    {
      p { solver GAMG; smoother GaussSeidel; tolerance 1e-6; relTol 0.05; }
      pFinal { $p; relTol 0; }
      "U|UFinal" { solver smoothSolver; smoother symGaussSeidel; tolerance 1e-7; relTol 0; }
    }
    PIMPLE { nOuterCorrectors 1; nCorrectors 2; nNonOrthogonalCorrectors 0; }

    """

  private static let velocity = """
    dimensions [0 1 -1 0 0 0 0];
    internalField uniform (0 0 0);
    boundaryField
    {
      inlet
      {
        type exprFixedValue; value uniform (1 0 0);
        valueExpr "vector(6*(pos().y()+0.2)*(0.21-pos().y())/sqr(0.41),0,0)";
      }
      outlet { type zeroGradient; }
      walls { type noSlip; }
      cylinder { type noSlip; }
      sides { type empty; }
    }

    """

  private static let pressure = """
    dimensions [0 2 -2 0 0 0 0];
    internalField uniform 0;
    boundaryField
    {
      inlet { type zeroGradient; }
      outlet { type fixedValue; value uniform 0; }
      walls { type zeroGradient; }
      cylinder { type zeroGradient; }
      sides { type empty; }
    }

    """
}
