import Statistics

/// What R computed of one sample's effect sizes, and of its distance to the end of the scale.
struct EffectSizeCase: Decodable {
  let name: String
  let baseline: [Double]
  let followUp: [Double]
  let glass: Double
  let gZ: Double?
  let gGlass: Double?
  let average: Double
  let averageLower: Double
  let averageUpper: Double
  let repeated: Double
  let repeatedLower: Double
  let repeatedUpper: Double
  let end: Double
  let closed: Double
  let closedLower: Double?
  let closedUpper: Double?
  let closedIndividuals: Double
  let leftOut: Int

  static func all() throws -> [EffectSizeCase] { try Oracle.cases(from: .effectSizesByR) }

  var table: PairedFrequencyTable { PairedFrequencyTable(baseline, followUp) }
}
