import Statistics

/// What R computed of two independent groups.
struct GroupsCase: Decodable {
  let name: String
  let first: [Double]
  let second: [Double]
  let difference: Double
  let standardError: Double
  let t: Double
  let df: Double
  let p: Double
  let lower: Double
  let upper: Double
  let lower90: Double
  let upper90: Double
  let d: Double
  let g: Double
  let standardized: Double

  /// Two shares with their standardized difference.
  struct Shares: Decodable {
    let x1: Int
    let n1: Int
    let x2: Int
    let n2: Int
    let value: Double
  }

  private struct File: Decodable {
    let cases: [GroupsCase]
    let shares: [Shares]
  }

  static func all() throws -> [GroupsCase] {
    try Oracle.decode(File.self, from: .groupsByR).cases
  }

  static func allShares() throws -> [Shares] {
    try Oracle.decode(File.self, from: .groupsByR).shares
  }

  var tables: (first: FrequencyTable, second: FrequencyTable) {
    (FrequencyTable(first), FrequencyTable(second))
  }
}
