/// A rectangle of cells that is solid, by the indices of its first and last cells (from 1).
struct CellBlock: Sendable, Equatable {
  let columns: ClosedRange<Int>
  let rows: ClosedRange<Int>
}
