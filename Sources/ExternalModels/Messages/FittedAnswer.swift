/// How training went.
struct FittedAnswer: Decodable {
  let steps: Int?
  let stopped: String?
  let parameterCount: Int?
}
