import Statistics

/// What R computed of one sample by the signed ranks.
struct SignedRankCase: Decodable {
  let name: String
  let baseline: [Double]
  let followUp: [Double]
  let unchanged: Int
  let changed: Int
  let v: Double
  let exact: Int
  let p: Double
  let rankBiserial: Double
  let pseudomedian: Double
  let lower: Double?
  let upper: Double?

  static func all() throws -> [SignedRankCase] { try Oracle.cases(from: .signedRankByR) }

  var table: PairedFrequencyTable { PairedFrequencyTable(baseline, followUp) }
}
