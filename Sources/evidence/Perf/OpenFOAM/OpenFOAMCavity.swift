import Foundation
import Physics

/// The unit cavity of OpenFOAM's icoFoam: uniform cells, second order in space and time, PISO with two
/// corrections, multigrid for the pressure.
struct OpenFOAMCavity {
  /// Cells along each side, a multiple of the sampled grid's.
  let cells: Int
  /// Lid speed times side over kinematic viscosity.
  let reynoldsNumber: Double
  /// The end, in lid times.
  let endTime: Double
  /// The step in cell widths that the lid covers.
  let courantNumber = 0.64

  private var step: Double {
    endTime / (endTime * Double(cells) / courantNumber).rounded(.up)
  }

  /// The case as files.
  var problem: OpenFOAMCase {
    OpenFOAMCase(
      solver: "icoFoam",
      files: [
        "system/blockMeshDict": mesh, "system/controlDict": control, "system/fvSchemes": schemes,
        "system/fvSolution": solution, "0/U": velocity, "0/p": pressure,
        "constant/transportProperties":
          "nu [0 2 -1 0 0 0 0] \(1 / reynoldsNumber);\n",
      ])
  }

  /// The velocity at the cell centres of a coarser uniform grid of `size` cells along each side: the
  /// mean of the cells within each, second-order as the method itself; u, then v, or nil.
  func sampled(_ run: OpenFOAMCase.Run, size: Int) -> [Double]? {
    guard let values = field("U", in: run.folder), values.count == 2 * cells * cells else {
      return nil
    }
    let block = cells / size
    var means = [Double](repeating: 0, count: 2 * size * size)
    for row in 0..<cells {
      for column in 0..<cells {
        let target = row / block * size + column / block
        let source = 2 * (row * cells + column)
        means[target] += values[source] / Double(block * block)
        means[size * size + target] += values[source + 1] / Double(block * block)
      }
    }
    return means
  }

  /// The x and y components of the last written vector field, cell by cell.
  private func field(_ name: String, in folder: URL) -> [Double]? {
    let times = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard let last = times.compactMap({ Double($0) != nil && $0 != "0" ? $0 : nil }).first,
      let text = try? String(
        contentsOf: folder.appending(path: "\(last)/\(name)"), encoding: .utf8)
    else { return nil }
    let body = text.components(separatedBy: "boundaryField")[0]
    return body.split(separator: "\n").filter { $0.hasPrefix("(") && $0.hasSuffix(")") }
      .flatMap { line in line.dropFirst().dropLast().split(separator: " ").prefix(2) }
      .compactMap { Double($0) }
  }

  private var mesh: String {
    """
    convertToMeters 1;
    vertices ((0 0 0) (1 0 0) (1 1 0) (0 1 0) (0 0 0.1) (1 0 0.1) (1 1 0.1) (0 1 0.1));
    blocks (hex (0 1 2 3 4 5 6 7) (\(cells) \(cells) 1) simpleGrading (1 1 1));
    edges ();
    boundary
    (
      lid { type wall; faces ((3 7 6 2)); }
      walls { type wall; faces ((0 4 7 3) (2 6 5 1) (1 5 4 0)); }
      sides { type empty; faces ((0 3 2 1) (4 5 6 7)); }
    );

    """
  }

  private var control: String {
    """
    application icoFoam;
    startFrom startTime; startTime 0; stopAt endTime; endTime \(endTime); deltaT \(step);
    writeControl timeStep; writeInterval \(Int((endTime / step).rounded()));
    writeFormat ascii; writePrecision 12; timePrecision 8; runTimeModifiable false;

    """
  }

  private var schemes: String {
    """
    ddtSchemes { default backward; }
    gradSchemes { default Gauss linear; }
    divSchemes { default none; div(phi,U) Gauss linear; }
    laplacianSchemes { default Gauss linear orthogonal; }
    interpolationSchemes { default linear; }
    snGradSchemes { default orthogonal; }

    """
  }

  private var solution: String {
    """
    solvers
    {
      p { solver GAMG; smoother GaussSeidel; tolerance 1e-6; relTol 0.05; }
      pFinal { $p; relTol 0; }
      U { solver smoothSolver; smoother symGaussSeidel; tolerance 1e-6; relTol 0; }
    }
    PISO { nCorrectors 2; nNonOrthogonalCorrectors 0; pRefCell 0; pRefValue 0; }

    """
  }

  private var velocity: String {
    """
    dimensions [0 1 -1 0 0 0 0];
    internalField uniform (0 0 0);
    boundaryField
    {
      lid { type fixedValue; value uniform (1 0 0); }
      walls { type noSlip; }
      sides { type empty; }
    }

    """
  }

  private var pressure: String {
    """
    dimensions [0 2 -2 0 0 0 0];
    internalField uniform 0;
    boundaryField
    {
      lid { type zeroGradient; }
      walls { type zeroGradient; }
      sides { type empty; }
    }

    """
  }
}
